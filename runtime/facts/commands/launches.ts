/** Which program of the repository a command starts. */
import { words } from '../classify/words.ts'
import { baseName, type EvaluatedWord } from './evaluate.ts'
import { leadingOptions } from './options.ts'
import type { Programs } from './programs.ts'
import type { Run } from './runs.ts'

const interpreters =
  /^((python|pypy)[\d.]*w?|py|node|nodejs|deno|bun|tsx|ruby|perl|php|bash|sh|dash|zsh|ksh|ash|pwsh|powershell)(\.exe)?$/i

/** Options with a value of their own differ between interpreters: `-I` of Python has none. */
const valuedOptions: readonly (readonly [interpreter: RegExp, valued: ReadonlySet<string>])[] = [
  [/^(python|pypy|py)/i, words('-W -X -Q --check-hash-based-pycs')],
  [/^/, words('-r --require --import -o -O +o +O -I -File --loader')],
]

/** The path of that program. `folder` is where the command stands: of programs of one name, one in it is meant. */
export function startedProgram({ program, parameters }: Run, programs: Programs, folder: string): string | undefined {
  for (const path of program.candidates) {
    const found = programs.find(path, folder)
    if (found !== undefined) return found
  }
  const isInterpreter = program.candidates.some((path) => interpreters.test(baseName(path)))
  // "$PYTHON" that nobody can resolve runs what follows.
  if (!isInterpreter && !isOpen(program)) return undefined
  const interpreter = baseName(program.candidates.find((path) => interpreters.test(baseName(path))) ?? 'python')
  const [, valued = words('')] = valuedOptions.find(([name]) => name.test(interpreter)) ?? []
  const { options, rest } = leadingOptions(parameters, valued)
  const module = options.some(({ name }) => name === '-m') ? rest[0] : undefined
  if (module !== undefined) return firstOf(module.candidates, (name) => programs.findModule(name, folder))
  if (options.some(({ name }) => name === '-c' || name === '-e')) return undefined
  const script = rest[0]?.text === 'run' ? rest[1] : rest[0]
  return firstOf(script?.candidates ?? [], (path) => programs.find(path, folder))
}

const isOpen = ({ candidates }: EvaluatedWord): boolean => candidates.some((path) => /^[$`]/.test(baseName(path)))

function firstOf(candidates: readonly string[], find: (candidate: string) => string | undefined): string | undefined {
  for (const candidate of candidates) {
    const found = find(candidate)
    if (found !== undefined) return found
  }
  return undefined
}
