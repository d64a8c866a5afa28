/** Which lines of a block of code are commands: prompts, comments, output and here-documents are told apart. */
import { words } from '../classify/words.ts'
import type { Programs } from '../commands/programs.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { isCommand } from './known-commands.ts'

/** A part of a block that is read as a script. */
export interface Script {
  readonly text: MappedText
  /** Who types it, by the prompt, or as whom a line of a crontab runs, where that is said. */
  readonly user: string | undefined
  /** Whether it is a line of a crontab. */
  readonly scheduled: boolean
}

const shellLanguages = words('sh bash shell zsh ksh fish powershell ps1 pwsh cmd bat batch dos cron crontab')
const sessionLanguages = words('console shell-session shellsession sh-session bash-session terminal session')
const plainLanguages = words('text txt plain plaintext none output')

/** Whether commands are looked for in a block of this language at all. */
export const mayHoldCommands = (language: string): boolean =>
  language === '' || shellLanguages.has(language) || sessionLanguages.has(language) || plainLanguages.has(language)

interface Line {
  readonly start: number
  readonly text: string
}

/** `$ `, `user@host:~$ `, `[root@host ~]# `, `PS C:\> `: the user is in the first group, the sign in the second. */
const prompt =
  /^\s*(?:\[?([\w.-]{1,40})@[\w.-]{1,80}[^\n$#%>]{0,80}?|PS [A-Za-z]:[^\n>]{0,80}|[A-Za-z]:\\[^\n>]{0,80})?([$#%>❯])(?: +|(?<=[A-Za-z]:[^\n>]{0,80}>))(?=\S)/

const continued = /(?:^|[^\\])(?:\\\\)*\\\s*$/
const heredoc = /<<-?\s*(["']?)(\w+)\1/

export function scriptsOf(block: MappedText, language: string, own: Programs): readonly Script[] {
  const lines = linesOf(block.text)
  if (lines.some((line) => isPrompt(line.text))) return session(block, lines, own)
  if (isRootSession(lines, own)) return lines.flatMap((line) => prompted(block, line, own))
  const scheduled = lines.flatMap((line) => scheduledScript(block, line))
  const isShell = shellLanguages.has(language) && (lines.some(({ text }) => isCommand(text, own)) || !isOther(lines))
  return [...scheduled, isShell ? withoutSchedules(block, lines) : commandLike(block, lines, own)]
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    lines.push({ start, text: text.slice(start, end < 0 ? undefined : end) })
    if (end < 0) break
    start = end + 1
  }
  return lines
}

/** A prompt that nothing else could be; a lone `#` may begin a comment, a lone `>` go on with a quotation. */
function isPrompt(text: string): boolean {
  const found = prompt.exec(text.slice(0, 400))
  if (found === null) return false
  const isLone = /^\s*[#%>] /.test(found[0])
  return !isLone
}

/** A block of nothing but `# command`: the prompt of root. */
function isRootSession(lines: readonly Line[], own: Programs): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  const commands = filled.filter(({ text }) => /^\s*# /.test(text) && isCommand(text.replace(/^\s*# /, ''), own))
  return commands.length > 0 && !filled.some(({ text }) => isCommand(text, own))
}

/** What follows prompts, with the lines that they go on in; everything else is output. */
function session(block: MappedText, lines: readonly Line[], own: Programs): readonly Script[] {
  const scripts: Script[] = []
  for (let i = 0; i < lines.length; i++) {
    const [script] = prompted(block, lines[i]!, own)
    if (script === undefined) continue
    let last = i
    const closing = heredoc.exec(lines[i]!.text)?.[2]
    if (closing !== undefined) {
      while (last + 1 < lines.length && lines[last]!.text.replace(/^\s*>? ?/, '').trim() !== closing) last++
    } else while (last + 1 < lines.length && continued.test(lines[last]!.text)) last++
    scripts.push(last === i ? script : { ...script, text: joined(block, lines.slice(i, last + 1)) })
    i = last
  }
  return scripts
}

/** The line without its prompt; nothing where there is none. */
function prompted(block: MappedText, line: Line, own: Programs): readonly Script[] {
  const found = prompt.exec(line.text.slice(0, 400))
  if (found === null) return []
  const [written, user, sign] = found
  const command = line.text.slice(written.length)
  if (user === undefined && sign === '#' && !isCommand(command, own)) return []
  if (user === undefined && (sign === '>' || sign === '%') && !/[A-Za-z]:/.test(written)) return []
  const text = piece(block, line.start + written.length, command)
  return [{ text, user: sign === '#' ? 'root' : user, scheduled: false }]
}

function piece(block: MappedText, start: number, text: string): MappedText {
  const builder = new MappedTextBuilder()
  builder.add(text, start)
  return builder.build(block)
}

/** A command over several lines, without the prompts of the first and the following. */
function joined(block: MappedText, lines: readonly Line[]): MappedText {
  const builder = new MappedTextBuilder()
  for (const [i, { start, text }] of lines.entries()) {
    const length = i === 0 ? (prompt.exec(text.slice(0, 400))?.[0].length ?? 0) : (/^\s*> /.exec(text)?.[0].length ?? 0)
    builder.add(`${text.slice(length)}\n`, start + length)
  }
  return builder.build(block)
}

/** Lines that are commands for certain, each with what it goes on in. */
function commandLike(block: MappedText, lines: readonly Line[], own: Programs): Script {
  const builder = new MappedTextBuilder()
  let closing: string | undefined
  let isOpen: boolean = false
  for (const { start, text } of lines) {
    const isBody = closing !== undefined
    if (isBody && text.trim() === closing) closing = undefined
    const isComment = /^\s*#/.test(text)
    const isTaken: boolean = isBody || isOpen || isComment || (scheduleOf(text) === undefined && isCommand(text, own))
    if (isTaken && !isBody && !isComment) closing = heredoc.exec(text)?.[2]
    isOpen = isTaken && !isBody && !isComment && continued.test(text)
    // An empty line keeps a comment from reaching over what stands between.
    builder.add(isTaken ? `${text}\n` : '\n', start)
  }
  return { text: builder.build(block), user: undefined, scheduled: false }
}

/** What is called shell may hold output, rules or settings just as well. */
function isOther(lines: readonly Line[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  return filled.filter(({ text }) => otherNotation.test(text)).length * 2 > filled.length
}

function withoutSchedules(block: MappedText, lines: readonly Line[]): Script {
  const builder = new MappedTextBuilder()
  for (const { start, text } of lines) {
    const isSkipped = scheduleOf(text) !== undefined || otherNotation.test(text)
    builder.add(isSkipped ? '\n' : `${text}\n`, start)
  }
  return { text: builder.build(block), user: undefined, scheduled: false }
}

/** Elements of XML, sections of INI files, keys of YAML: no shell takes them for commands. */
const otherNotation = /^\s*(?:<[/!?]?[A-Za-z-][^|&;]*>|\[[\w .:-]{1,60}\]\s*$|[\w.-]{1,60}:(?:\s|$))/

function scheduledScript(block: MappedText, { start, text }: Line): readonly Script[] {
  const schedule = scheduleOf(text)
  if (schedule === undefined) return []
  const command = piece(block, start + schedule.length, text.slice(schedule.length))
  return [{ text: command, user: schedule.user, scheduled: true }]
}

/** The five fields that a line of a crontab begins with; in that of the system, the user follows. */
const schedule =
  /^\s*(?:(?:[\d*][\d*,/-]{0,40}\s+){2}[\d*?][\d*,/L?-]{0,40}\s+(?:[\dA-Za-z*][\w*,/-]{0,40}\s+){2}|@(?:reboot|hourly|daily|weekly|monthly|yearly|annually|midnight)\s+)(?:(root|[a-z_][\w-]{0,31})\s+(?=\/))?(?=\S)/

/** How far the time of a schedule reaches that a line begins with, and the user that it names. */
export function scheduleOf(line: string): { readonly length: number; readonly user: string | undefined } | undefined {
  const found = schedule.exec(line.slice(0, 400))
  return found === null ? undefined : { length: found[0].length, user: found[1] }
}
