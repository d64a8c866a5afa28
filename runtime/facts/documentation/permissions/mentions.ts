/**
 * Paths, modes and owners where a text mentions them: "`.secrets` has to be owned by root:wazuh with mode 640".
 *
 * A number is a mode, and a word a user, only where a word beside it says so, or the column that it stands in.
 */
import { modeChange } from '../../commands/modes.ts'
import { type PathRole, pathRoleOf } from '../../path-role.ts'
import type { Span } from '../document.ts'

export interface PathMention extends Span {
  /** Nothing for "the state file", which has no name. */
  readonly path: string | undefined
  readonly role: PathRole
  readonly directory: boolean
}

export interface ModeMention extends Span {
  /** As `chmod` takes it. */
  readonly mode: string
}

export interface OwnerMention extends Span {
  readonly owner?: string
  readonly group?: string
}

/** Whether a piece of code is the name of a file or a folder, and nothing else. */
const pathOnly = /^(?:[\w.$@{}<>~*-]{1,100}\/)*[\w.$@{}<>~*-]{0,100}$|^(?:\/[\w.$@{}<>~*-]{1,100}){1,24}\/?$/
const fileName = /^(?:\.[A-Za-z][\w.-]*|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]\w{0,9})$/

export function isPath(text: string): boolean {
  if (text.length > 500 || !pathOnly.test(text) || /^[\d.]+$/.test(text)) return false
  return text.includes('/') ? /[A-Za-z.~]/.test(text) && !/^\w+\/\w+$/.test(text) : fileName.test(text)
}

const barePath =
  /(?<![\w/.$@{}<>~:-])(?:(?:~|\.{1,2}|\$\w{1,40})?(?:\/[\w.$@{}<>~*-]{1,100}){1,24}\/?|\.[a-z][\w-]{2,40}(?:\.[\w-]{1,20})?|[\w-]{1,60}\.(?:json|jsonl|conf|cfg|ini|ya?ml|toml|env|pem|key|sh|py|txt|log|db))(?![\w/-])/g

/** What has a purpose but no name. */
const namelessFile =
  /\b(secrets?|credentials?|tokens?|passwords?|keys?|state|cursor|bookmark|checkpoint)(?:[ -]\w{1,20})?[ -](file|director(?:y|ies)|folder)s?\b/gi

/** In order. `code` are the spans of inline code, those that hold commands left out. */
export function pathsIn(text: string, code: readonly Span[]): readonly PathMention[] {
  const named = code.flatMap((span): readonly PathMention[] => {
    const written = text.slice(span.start, span.end).trim()
    return isPath(written) ? [mentionOf(written, span)] : []
  })
  const isTaken = ({ index = 0 }: RegExpExecArray) => code.some(({ start, end }) => start <= index && index < end)
  const bare = [...text.matchAll(barePath)].flatMap((match) => {
    const path = match[0].replace(/[.*]+$/, '')
    return isTaken(match) || path.length < 2
      ? []
      : [mentionOf(path, { start: match.index, end: match.index + path.length })]
  })
  const nameless = [...text.matchAll(namelessFile)].flatMap((match): readonly PathMention[] => {
    if (isTaken(match)) return []
    const role = pathRoleOf(match[1]?.toLowerCase())
    const span = { start: match.index, end: match.index + match[0].length }
    return [{ ...span, path: undefined, role, directory: /^(dir|fold)/i.test(match[2] ?? '') }]
  })
  return [...named, ...bare, ...nameless].sort((a, b) => a.start - b.start)
}

const mentionOf = (path: string, { start, end }: Span): PathMention => ({
  start,
  end,
  path,
  role: pathRoleOf(path),
  directory: path.endsWith('/'),
})

const cue = '(?:mode|permissions?|perms?|chmod|access rights?|file rights?)'
const connection = String.raw`(?:\s*[:=]?\s*|\s+(?:is|are|of|to|as|set to|should be|must be|be|must be set to|should be set to|has to be|have to be)\s+)`
const digits = String.raw`["'(\`]*(0?[0-7]{3}|[1-7][0-7]{3})\b(?![.:/%-]?\d)`
/** "mode 0640", "permissions should be set to 640", "640 permissions", "chmod 640". */
const cuedMode = new RegExp(String.raw`\b${cue}${connection}${digits}|\b(0?[0-7]{3})\b["')\`]*\s+(?:${cue}\b)`, 'gi')
const octal = /(?<![\w.:/-])(0[0-7]{3})(?![\w:/-]|\.\w)/g
/** A row of dashes is the border of a table. */
const letters = /(?<![\w-])[-d]?(?!-{9})((?:[r-][w-][xsS-]){2}[r-][w-][xtT-])(?![\w-])/g
const clauses = /(?<![\w=])([ugoa]{1,3}=[rwxst]{0,4}(?:,[ugoa]{1,3}=[rwxst]{0,4}){1,2})(?![\w=])/g
/** Only where something else says that modes are meant. */
const lone = /(?<![\w.:/-])([0-7]{3,4})(?![\w:/-]|\.\w)/g

export function modesIn(text: string, isCued: boolean): readonly ModeMention[] {
  const found = new Map<number, ModeMention>()
  const patterns = isCued ? [cuedMode, octal, letters, clauses, lone] : [cuedMode, octal, letters, clauses]
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const written = match[1] ?? match[2] ?? ''
      const start = match.index + match[0].lastIndexOf(written)
      const mode = pattern === letters ? octalOf(written) : written
      if (!found.has(start) && modeChange(mode) !== undefined)
        found.set(start, { start, end: start + written.length, mode })
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** `rw-r-----` is 0640. */
function octalOf(text: string): string {
  const bit = (letter: string | undefined, value: number) => (letter === undefined || letter === '-' ? 0 : value)
  const special = [2, 5, 8]
    .map((i, at) => (/[sStT]/.test(text[i] ?? '') ? [4, 2, 1][at]! : 0))
    .reduce((a, b) => a + b, 0)
  const classes = [0, 3, 6].map(
    (i) => bit(text[i], 4) + bit(text[i + 1], 2) + (/[xst]/.test(text[i + 2] ?? '') ? 1 : 0),
  )
  return `${special}${classes.join('')}`
}

const user = String.raw`["'\`]*([a-z_][a-z0-9_-]{0,31})\b["'\`]*`
const pair = /(?<![\w:/.-])([a-z_][a-z0-9_-]{0,31}):([a-z_][a-z0-9_-]{0,31})(?![\w:/-]|\.\w)/g
const ownerCue = /\b(?:own(?:s|ed|er|ers|ership)?|chown|belongs?|user and group|user:group)\b/i
/** "Owned by the security team" names nobody that a machine knows. */
const ownedBy = new RegExp(
  String.raw`\b(?:owned by|owner(?:ship)?(?: (?:is|to|of|as|should be|must be|set to))?:?|belongs? to)\s+(?:(?:the\s+)?user\s+${user}|the\s+${user}(?=\s+(?:user|account)\b)|(?!the\b)${user})(?!:)`,
  'gi',
)
const groupOf = new RegExp(
  String.raw`\b(?:group(?:[ -]owned by|[ -]owner)?(?: (?:is|to|should be|must be|set to))?:?|and (?:the )?group)\s+${user}(?!:)|${user}\s+group\b`,
  'gi',
)
/** Words of English that stand where a user could. */
const noUsers = new Set(
  'the a an and or of by to is be it its this that with for should must not only same user users group groups owner owners any all no on in as you your has have readable writable read write access who which your'.split(
    ' ',
  ),
)

export function ownersIn(text: string, isCued: boolean): readonly OwnerMention[] {
  const found: OwnerMention[] = []
  if (isCued || ownerCue.test(text)) {
    for (const { 0: written, 1: owner = '', 2: group = '', index } of text.matchAll(pair)) {
      found.push({ start: index, end: index + written.length, owner, group })
    }
  }
  if (found.length > 0) return found
  for (const [pattern, part] of [
    [ownedBy, 'owner'],
    [groupOf, 'group'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[2] ?? match[3] ?? ''
      if (!noUsers.has(name.toLowerCase()))
        found.push({ start: match.index, end: match.index + match[0].length, [part]: name })
    }
  }
  return found.filter(({ owner }) => owner !== undefined).length > 0 || isCued ? found : []
}
