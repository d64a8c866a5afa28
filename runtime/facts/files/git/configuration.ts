/**
 * The few settings of `.git/config` that say how the repository is stored and where it comes from. Nothing here acts on
 * a setting; in particular, none that names a program is ever looked at.
 */

/** By section, subsection and name, joined by dots, all but the subsection in lower case; the last one of a name counts. */
export type Configuration = ReadonlyMap<string, string>

export function parseConfiguration(text: string): Configuration {
  const settings = new Map<string, string>()
  let section: string | undefined
  for (const line of text.split('\n')) {
    const heading = /^\s*\[\s*([\w.-]+)\s*("(?:[^"\\]|\\.)*")?\s*\]/.exec(line)
    if (heading) section = sectionOf(heading[1] ?? '', heading[2])
    const setting = /^\s*([A-Za-z][\w-]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (setting && section !== undefined)
      settings.set(`${section}.${setting[1]?.toLowerCase()}`, unquoted(setting[2] ?? ''))
  }
  return settings
}

const sectionOf = (name: string, subsection: string | undefined): string =>
  subsection === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${unquoted(subsection)}`

/** Where the repository was cloned from: the remote "origin", or the only one. */
export function remoteOf(configuration: Configuration): string | undefined {
  const remotes = [...configuration].filter(([key]) => /^remote\..*\.url$/s.test(key))
  const address = configuration.get('remote.origin.url') ?? (remotes.length === 1 ? remotes[0]?.[1] : undefined)
  return address === undefined ? undefined : withoutSecrets(address)
}

/** What stands before the name of a host, and what is asked of it, may be a secret. `git@host:path` is no URL. */
function withoutSecrets(address: string): string | undefined {
  if (!address.includes('://')) return address.replace(/^[^/:@]*@/, '')
  const url = URL.parse(address)
  return url === null ? undefined : `${url.protocol}//${url.host}${url.pathname}`
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1').replace(/\\(["\\])/g, '$1')
}
