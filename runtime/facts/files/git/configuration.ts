/**
 * The few settings of `.git/config` that say how the repository is stored. Nothing here acts on a setting; in
 * particular, none that names a program is ever looked at.
 */

/** By section and name in lower case, joined by dots, the last one of a name counting; sections with a subsection are left out. */
export type Configuration = ReadonlyMap<string, string>

export function parseConfiguration(text: string): Configuration {
  const settings = new Map<string, string>()
  let section: string | undefined
  for (const line of text.split('\n')) {
    const heading = /^\s*\[\s*([\w.-]+)\s*("(?:[^"\\]|\\.)*")?\s*\]/.exec(line)
    if (heading) section = heading[2] === undefined ? heading[1]?.toLowerCase() : undefined
    const setting = /^\s*([A-Za-z][\w-]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (setting && section !== undefined)
      settings.set(`${section}.${setting[1]?.toLowerCase()}`, unquoted(setting[2] ?? ''))
  }
  return settings
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1').replace(/\\(["\\])/g, '$1')
}
