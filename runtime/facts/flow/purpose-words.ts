/** What a file is for, by the words of its name and of what its path is taken from. */
import type { FilePurpose } from '../path-role.ts'

/** One of several words, however it is joined to others: state_file, stateFile, state-file. */
export const word = (words: string): RegExp => new RegExp(`(^|[^a-z]|(?<=[a-z])(?=[A-Z]))(${words})s?($|[^a-z])`, 'i')

const secretWords = word(
  'secret|credential|cred|token|passw(or)?d|api[_-]?key|private[_-]?key|client[_-]?secret|(?<!public[_-]?)key[_-]?file|netrc|pgpass|vault',
)
const stateWords = word(
  'state|cursor|bookmark|checkpoint|offset|watermark|last[_-]?(run|seen|fetch|poll|event|id|sync|time)',
)
const logWords = word('log|logfile|audit[_-]?log|trace[_-]?file')

/** What a file is for, by the words of a text: its name, or what its path is taken from. */
export function wordPurpose(text: string, appends: boolean): FilePurpose | undefined {
  if (secretWords.test(text)) return 'secrets'
  if (stateWords.test(text)) return 'state'
  return (appends && logWords.test(text)) || /\.log\b/.test(text) ? 'log' : undefined
}

/** What only says that a program runs, as written behind a path that nobody knows: `path + ".lock"`. */
export const marksRun = (path: string): boolean => /\.(lock|lck|pid)["'`]?\)*$/i.test(path)
