/**
 * Passwords that are handed to a program by an option whose name alone would not tell: `curl -u name:password`,
 * `sshpass -p password`, `mysql -ppassword`, `docker login -p password`.
 */
import type { NamedValue } from './named-values.ts'

interface PasswordOption {
  /** What the command has to hold before the option. */
  readonly command: RegExp
  /** The option with all that stands before its value. */
  readonly lead: RegExp
}

/** Between an option and its value, in a line or in a list of arguments: `-u a`, `-u=a`, `"-u", "a"`. */
const apart = `["']?[,= \\t]{1,4}["']?`

const passwordOptions: readonly PasswordOption[] = [
  {
    command: /\b(?:curl|wget|https?|xh)\b/i,
    lead: new RegExp(
      `(?<=[\\s"'])(?:-[A-Za-z]{0,8}[ua](?:${apart}|["'])?|--(?:user|proxy-user|userpwd|auth)${apart})[\\w.@%+-]{1,64}:`,
      'g',
    ),
  },
  { command: /\bsshpass\b/, lead: new RegExp(`(?<=[\\s"'])-p(?:${apart}|["'])?`, 'g') },
  { command: /\b(?:mysql\w{0,8}|mariadb[\w-]{0,8})\b/, lead: /(?<=[\s"'])-p["']?/g },
  {
    command: /\b(?:docker|podman|nerdctl|buildah|skopeo|helm|oras|crane)\b.{0,200}\blogin\b/s,
    lead: new RegExp(`(?<=[\\s"'])-p${apart}`, 'g'),
  },
]

/** A value with a quote before it goes to the next quote, another to where a shell would end the word. */
const quotedWord = /[^"'`\n]{1,128}/y
const bareWord = /[^\s"'`;|&<>()\\]{1,128}/y

/** How far before an option its program may stand. */
const longestCommand = 400
/** Where another command begins; a backslash before the end of a line goes on. */
const commandEnd = /(?<!\\)\r?\n|[;|]|&&/

export function* commandOptionsIn(text: string): Generator<NamedValue> {
  for (const { command, lead } of passwordOptions) {
    for (const { 0: written, index } of text.matchAll(lead)) {
      const before = text.slice(Math.max(0, index - longestCommand), index)
      if (!command.test(before.split(commandEnd).at(-1) ?? '')) continue
      const start = index + written.length
      const word = /["']/.test(written.replace(/^-{1,2}[\w-]+["'](?=[,=])/, '')) ? quotedWord : bareWord
      word.lastIndex = start
      const value = word.exec(text)?.[0]
      // What is written in a command is the value itself, with quotes and without.
      if (value !== undefined) yield { key: 'password', value, quoted: true, start, end: start + value.length }
    }
  }
}
