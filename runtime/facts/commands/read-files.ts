/** The files of which a command prints what is in them, or a part of it: `cat file`, `grep word file`, `jq .key file`. */
import { words } from '../classify/words.ts'
import { baseName, type Evaluate, type EvaluatedWord, evaluateAll } from './evaluate.ts'
import { operandsOf } from './options.ts'
import type { SimpleCommand } from './simple-command.ts'

export interface FilesRead {
  readonly paths: readonly EvaluatedWord[]
  /** Whether what is printed is the file as it is, but for lines at its ends. */
  readonly whole: boolean
}

/** How many operands come before the files. */
const readers: ReadonlyMap<string, number> = new Map([
  ...['cat', 'head', 'tail', 'cut', 'base64', 'sort'].map((name) => [name, 0] as const),
  ...['sed', 'awk', 'gawk', 'grep', 'egrep', 'jq', 'yq'].map((name) => [name, 1] as const),
])
const whole = words('cat head tail base64')
/** Options with a value, among them those that take the place of the first operand. */
const withValue = words('-e -f -n -d -F -v -c')
const withoutInput = /^(-[a-zA-Z]*n|--null-input)/

export function filesReadBy({ words: [program, ...given], redirects }: SimpleCommand, evaluate: Evaluate): FilesRead {
  const name = baseName(program?.text ?? '')
  const texts = readers.get(name)
  if (texts === undefined || (name === 'jq' && given.some(({ text }) => withoutInput.test(text))))
    return { paths: [], whole: false }
  const evaluated = evaluateAll(given, evaluate)
  const operands = operandsOf(evaluated, withValue).slice(evaluated.some(({ text }) => withValue.has(text)) ? 0 : texts)
  const inputs = redirects.flatMap(({ operator, target }) => (operator === '<' && target !== undefined ? [target] : []))
  return { paths: [...operands, ...inputs.map(evaluate)], whole: whole.has(name) }
}

/** `$(<file)` prints the file. */
export const asCommand = (script: string): string => (/^\s*</.test(script) ? `cat ${script}` : script)
