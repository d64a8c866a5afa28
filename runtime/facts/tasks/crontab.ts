/** Lines of a crontab: five fields or a word for the time, in the system's own the user, then the command. */

export interface CronLine {
  readonly user?: string
  /** Offsets of the command. */
  readonly start: number
  readonly end: number
}

const time = /^[ \t]*(?:@[a-z]+|(?:[\d*?/,\-a-z~]+[ \t]+){4}[\d*?/,\-a-z~]+)[ \t]+/i
const assignment = /^[ \t]*[A-Za-z_"'][\w"']*[ \t]*=/
const userName = /^([a-z_][a-z0-9_-]{0,31})[ \t]+(?=[/.~$"'(a-z])/

/** `system`: whether lines name a user, as those below `/etc` do. Nothing where a line is none of a crontab. */
export function cronLinesIn(
  text: string,
  system: boolean,
): { readonly lines: readonly CronLine[]; readonly trouble?: number } {
  const lines: CronLine[] = []
  let trouble: number | undefined
  let at = 0
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    if (/^\s*(#|$)/.test(line) || assignment.test(line)) continue
    const when = time.exec(line)?.[0]
    if (when === undefined) {
      trouble ??= start
      continue
    }
    const rest = line.slice(when.length)
    const user = system ? userName.exec(rest) : null
    const from = start + when.length + (user?.[0].length ?? 0)
    // An unescaped percent sign ends the command: what follows is its input.
    const command = line
      .slice(from - start)
      .replace(/(?<!\\)%[\s\S]*$/, '')
      .trimEnd()
    lines.push({ ...(user === null ? {} : { user: user[1]! }), start: from, end: from + command.length })
  }
  return { lines, ...(trouble === undefined ? {} : { trouble }) }
}
