/** Here-documents: what a command is given in the lines behind it. */
import { isHeredoc, type Redirect } from './simple-command.ts'
import { plainText } from './words.ts'

/** One whose body is yet to come. */
export interface Heredoc {
  /** The line that ends it. */
  readonly end: string
  /** Whether tabs before that line do not count: `<<-`. */
  readonly indented: boolean
}

export function heredocOf(redirect: Redirect): Heredoc | undefined {
  const { operator, target } = redirect
  if (!isHeredoc(redirect) || target === undefined) return undefined
  return { end: plainText(target), indented: operator === '<<-' }
}

/** The offset behind the body that begins at `start`, and behind the line that ends it. */
export function behindBody(text: string, start: number, { end, indented }: Heredoc): number {
  for (let at = start; at < text.length; ) {
    const stop = text.indexOf('\n', at)
    const line = text.slice(at, stop < 0 ? undefined : stop).replace(/\r$/, '')
    at = stop < 0 ? text.length : stop + 1
    if ((indented ? line.replace(/^\t+/, '') : line) === end) return at
  }
  return text.length
}
