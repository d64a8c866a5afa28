/** The published catalogues that the tags of items may name, and how their entries are written, addressed and titled. */
import { asvsSections, controls, risks, weaknesses } from './titles.ts'

export interface Catalogue {
  readonly name: string
  readonly version: string | undefined
  /** The one that others use where there is one; else ours, which never changes. */
  readonly guid: string
  readonly organization: string
  readonly shortDescription: string
  readonly informationUri: string
  /** What a tag looks like; its first group is the entry's identifier in the catalogue. */
  readonly tag: RegExp
  /** Undefined for an entry that we have no title of; it is still one of the catalogue. */
  title(id: string): string | undefined
  helpUri(id: string): string
}

const cwe: Catalogue = {
  name: 'CWE',
  version: undefined,
  guid: '25f72d7e-8a92-459d-ad67-64853f788765',
  organization: 'MITRE',
  shortDescription: 'The Common Weakness Enumeration.',
  informationUri: 'https://cwe.mitre.org/',
  tag: /^CWE-(\d+)$/,
  title: (id) => weaknesses[id],
  helpUri: (id) => `https://cwe.mitre.org/data/definitions/${id}.html`,
}

const owaspTopTen: Catalogue = {
  name: 'OWASP Top 10',
  version: '2021',
  guid: '0b26f8ce-4e80-47bb-a579-2900db7cfd76',
  organization: 'OWASP Foundation',
  shortDescription: 'The OWASP Top 10 of 2021.',
  informationUri: 'https://owasp.org/Top10/2021/',
  tag: /^OWASP-(A(?:0[1-9]|10):2021)$/,
  title: (id) => risks[id],
  helpUri: (id) => {
    const title = risks[id]
    const page = title === undefined ? '' : `${id.replace(':', '_')}-${encodeURI(title.replaceAll(' ', '_'))}/`
    return `https://owasp.org/Top10/2021/${page}`
  },
}

const asvs: Catalogue = {
  name: 'OWASP ASVS',
  version: '4.0.3',
  guid: '69dfc79e-f3db-4614-9f43-acdcef945aab',
  organization: 'OWASP Foundation',
  shortDescription: 'The OWASP Application Security Verification Standard 4.0.3.',
  informationUri: 'https://github.com/OWASP/ASVS/tree/v4.0.3/4.0',
  tag: /^ASVS-4\.0\.3-(\d{1,2}\.\d{1,2}\.\d{1,2})$/,
  title: (id) => asvsSections[sectionOf(id)]?.title,
  helpUri: (id) => {
    const file = asvsSections[sectionOf(id)]?.file
    return `https://github.com/OWASP/ASVS/${file === undefined ? 'tree' : 'blob'}/v4.0.3/4.0/en${file === undefined ? '' : `/${file}`}`
  },
}

const nist: Catalogue = {
  name: 'NIST SP 800-53',
  version: 'Revision 5',
  guid: 'be609319-a11c-4625-8e84-a0ef065137ac',
  organization: 'NIST',
  shortDescription: 'Security and privacy controls for information systems and organizations.',
  informationUri: 'https://doi.org/10.6028/NIST.SP.800-53r5',
  tag: /^NIST-800-53-([A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?)$/,
  title: (id) => controls[id],
  helpUri: (id) =>
    `https://csrc.nist.gov/projects/cprt/catalog#/cprt/framework/version/SP_800_53_5_1_1/home?element=${paddedControl(id)}`,
}

export const catalogues: readonly Catalogue[] = [cwe, owaspTopTen, asvs, nist]

/** `9.2.1` stands in section `9.2`; requirements have no titles of their own. */
const sectionOf = (requirement: string): string => requirement.split('.').slice(0, 2).join('.')

/** NIST's catalogue addresses `SC-8(1)` as `SC-08(01)`. */
const paddedControl = (id: string): string => id.replace(/\d+/g, (number) => number.padStart(2, '0'))
