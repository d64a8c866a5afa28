/** The programs that code starts. */
import type { LocalFact } from '../../extractor.ts'
import { firstChild, typeOf } from '../../syntax/flat.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import type { PythonSource } from '../source.ts'
import { argumentNode } from './arguments.ts'

/** Functions that hand the command to a shell, whatever they are given. */
const shells = new Set(
  `
    os.system os.popen subprocess.getoutput subprocess.getstatusoutput asyncio.create_subprocess_shell
    commands.getoutput commands.getstatusoutput os.popen2 os.popen3 os.popen4 popen2.popen2 popen2.popen3
  `
    .trim()
    .split(/\s+/),
)
/** Functions that start a program, with the position of the program among the arguments. */
const starters: readonly (readonly [RegExp, number])[] = [
  [/^subprocess\.(run|call|check_call|check_output|Popen)$/, 1],
  [/^os\.(exec[lv]p?e?|posix_spawnp?|startfile)$/, 1],
  [/^os\.spawn[lv]p?e?$/, 2],
  [/^pty\.spawn$/, 1],
  [/^asyncio\.(subprocess\.)?create_subprocess_exec$/, 1],
]

export function processFacts(source: PythonSource, calls: readonly Call[]): readonly LocalFact<'process'>[] {
  return calls.flatMap((call): readonly LocalFact<'process'>[] => {
    const { node, callee } = call
    const position = shells.has(callee) ? 1 : starters.find(([sign]) => sign.test(callee))?.[1]
    if (position === undefined) return []
    const shell = shells.has(callee) || usesShell(source, node)
    const program = programOf(source, node, position, shell)
    return [
      {
        at: call.at,
        ...(program === undefined ? {} : { program }),
        shell,
        callee,
        arguments: call.given,
        function: call.function,
        via: [],
      },
    ]
  })
}

/** `shell=True`; what is not known may be true. */
function usesShell(source: PythonSource, call: number): boolean {
  const option = argumentNode(source.tree, call, 'shell')
  if (option === undefined) return false
  const known = constantOf(source, option)
  return known === undefined || Boolean(known.value)
}

function programOf(source: PythonSource, call: number, position: number, shell: boolean): string | undefined {
  const { tree } = source
  const command = argumentNode(tree, call, 'args', position)
  if (command === undefined) return undefined
  const isList = /^(list|tuple)$/.test(typeOf(tree, command))
  const first = isList ? firstChild(tree, command) : command
  const text = first === undefined ? undefined : constantOf(source, first)?.value
  if (typeof text !== 'string') return undefined
  return shell && !isList ? text.trim().split(/\s/)[0] : text
}
