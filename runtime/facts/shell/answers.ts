/** What programs and operators answer that only cut paths into parts. */
import { baseName, type EvaluatedWord } from '../commands/evaluate.ts'

/** What an expansion may stand for; nothing where it cannot be told. */
export type Candidates = readonly string[] | undefined

/** What a program prints that is given `operands`, in `folder`. */
export function answerOf(program: string, operands: readonly EvaluatedWord[], folder: Candidates): Candidates {
  const first = operands[0]?.candidates
  switch (baseName(program)) {
    case 'cd':
    case 'true':
    case ':':
      return []
    case 'pwd':
      return folder
    case 'dirname':
      return first?.map((path) => folderOf(path))
    case 'basename':
      return first?.map((path) => withoutSuffix(baseName(path), operands[1]?.text ?? ''))
    case 'readlink':
    case 'realpath':
    case 'which':
    case 'command':
    case 'type':
    case 'echo':
      return first
    default:
      return undefined
  }
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '.' : path.slice(0, Math.max(slash, 1))
}

const withoutSuffix = (name: string, suffix: string): string =>
  suffix !== '' && name.endsWith(suffix) && name !== suffix ? name.slice(0, -suffix.length) : name

/** What `%`, `%%`, `#` and `##` leave of a value: for patterns of plain characters with a star at one end. */
export function trimmed(value: string, operator: string, pattern: string): string {
  const plain = pattern.replace(/^\*|\*$/g, '')
  if (/[*?[\]]/.test(plain)) return value
  const isLongest = operator.length === 2
  if (operator.startsWith('%')) {
    const at = pattern.endsWith('*')
      ? isLongest
        ? value.indexOf(plain)
        : value.lastIndexOf(plain)
      : value.endsWith(plain)
        ? value.length - plain.length
        : -1
    return at < 0 ? value : value.slice(0, at)
  }
  const at = pattern.startsWith('*')
    ? isLongest
      ? value.lastIndexOf(plain)
      : value.indexOf(plain)
    : value.startsWith(plain)
      ? 0
      : -1
  return at < 0 ? value : value.slice(at + plain.length)
}
