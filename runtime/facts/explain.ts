/** What became of one file: whether it is listed, what it was taken for and by which sign, and why it was opened or not. */
import type { ExtractionPlan, KindName } from '../../compiler/index.ts'
import { type ClassifiedFile, classifyByPath } from './classify/classify.ts'
import { roleBy } from './classify/roles.ts'
import { copyOf } from './classify/vendored.ts'
import { demandOf, wantedOf } from './demand/demand.ts'
import type { Extractors } from './extract.ts'
import type { Gap, Language, Role } from './extractor.ts'
import { isInside } from './files/folder.ts'
import { type Listing, listFiles } from './files/list.ts'
import { lookedAt } from './gathered-file.ts'
import { Looker } from './look.ts'
import { defaultMaxFileSize } from './options.ts'
import { Tree } from './tree/tree.ts'

export type Explanation =
  /** `reason` is said of the path: "does not exist". */
  | { readonly kind: 'unlisted'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'listed'
      readonly path: string
      /** In bytes. */
      readonly size: number
      readonly tracked: boolean
      readonly language: Language
      readonly role: Role
      /** What the role is told by: "a folder of tests". */
      readonly roleSign: string
      /** What it is a copy of third-party code by, where it is one. */
      readonly copySign: string | undefined
      readonly generated: boolean
      readonly opened: boolean
      /** Why it was opened, or why not: a whole sentence. */
      readonly reason: string
      /** What was looked for in it, with how many facts were found, asked for or not. */
      readonly found: readonly { readonly extractor: string; readonly kind: KindName; readonly count: number }[]
      readonly gaps: readonly Gap[]
    }

export interface ExplainOptions {
  /** In bytes; a larger file is not read. */
  readonly maxFileSize?: number
}

/** `path` is given from the scanned folder. */
export async function explain(
  folder: string,
  path: string,
  plans: readonly ExtractionPlan[] | undefined,
  { extractors, linkers }: Extractors,
  { maxFileSize = defaultMaxFileSize }: ExplainOptions = {},
): Promise<Explanation> {
  const listing = await listFiles(folder)
  const files = classifyByPath(listing.entries)
  const named = path.replace(/^(\.\/)+/, '')
  const file = files.find((each) => each.path === named)
  if (file === undefined) return { kind: 'unlisted', path: named, reason: whyUnlisted(listing, named) }

  const demand = demandOf(plans, extractors, linkers)
  const tree = new Tree([file.path])
  const looker = new Looker({
    root: listing.root,
    tree,
    keyed: false,
    wanted: demand.gathered,
    extractors,
    maxFileSize,
    deadline: undefined,
  })
  const { file: gathered, extractions } = lookedAt(file, (await looker.look(file)).seen)
  const { gaps } = gathered
  const found = extractions.flatMap(({ extractor, extraction }) =>
    Object.entries(extraction.facts)
      .filter(([, facts]) => facts.length > 0)
      .map(([kind, facts]) => ({ extractor, kind: kind as KindName, count: facts.length })),
  )
  const copySign = copyOf(files.map((each) => each.path))(file.path)
  const wanted = wantedOf(gathered, demand.gathered)
  const opened = extractions.length > 0
  return {
    kind: 'listed',
    path: named,
    size: file.entry.size,
    tracked: file.entry.tracked,
    language: gathered.language,
    role: gathered.role,
    roleSign: roleBy(gathered).sign,
    copySign,
    generated: gathered.generated,
    opened,
    reason: opened
      ? `Read for ${listed(extractions.map(({ extractor }) => extractor))}.`
      : whyClosed(gathered, copySign, wanted, gaps),
    found,
    gaps,
  }
}

function whyUnlisted({ root, prefix, rules, entries }: Listing, path: string): string {
  const plain = path.replace(/\/+$/, '')
  if (!isInside(plain)) return 'leads out of the scanned folder'
  const rootPath = prefix === '' ? plain : `${prefix}/${plain}`
  const status = root.status(rootPath)
  if (status === undefined) return 'does not exist, or lies behind a symbolic link'
  if (status.isDirectory()) {
    const below = entries.filter((entry) => entry.path.startsWith(`${plain}/`)).length
    return `is a folder, with ${below} listed files below it`
  }
  const { ignored, rule } = rules.decide(rootPath)
  if (!ignored) return 'lies in a repository of its own, or is ignored by a rule of this checkout alone'
  const by = rule === undefined ? '' : ` by "${rule.text}" (${rule.at.path}:${rule.at.line})`
  return `is ignored${by} and not tracked, so it is no part of the repository`
}

function whyClosed(
  file: ClassifiedFile,
  copySign: string | undefined,
  wanted: ReadonlySet<KindName>,
  gaps: readonly Gap[],
): string {
  const [gap] = gaps
  if (gap !== undefined) return `It ${gap.reason}.`
  if (file.entry.type === 'link') return 'It is a symbolic link: what it leads to is read under its own name.'
  if (file.binary) return 'It holds something else than text.'
  const asked = [...wanted].filter((kind) => kind !== 'file' && kind !== 'path' && kind !== 'repository')
  if (asked.length > 0)
    return `${listed(asked)} ${asked.length === 1 ? 'is' : 'are'} asked for, and nothing reads such a file for that.`
  if (copySign !== undefined) return `It is a copy of third-party code by ${copySign}, and no check looks there.`
  if (file.generated) return 'A program wrote it, and no check looks there.'
  return `No check asks for facts of a file with the role ${file.role} in the language ${file.language}.`
}

const listed = (words: readonly string[]): string => [...new Set(words)].join(', ')
