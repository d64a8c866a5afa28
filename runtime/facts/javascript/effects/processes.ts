/** The programs that code starts. */
import type { LocalFact } from '../../extractor.ts'
import { firstChild, typeOf } from '../../syntax/flat.ts'
import type { Argument } from '../arguments.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { givenOf } from '../syntax.ts'

/** Functions that hand the command to a shell, whatever they are given. */
const shells = /^(child_process\.exec(Sync)?|shelljs\.exec|execa\.(execaCommand|command)(Sync)?|zx\.\$|Bun\.\$)$/
/** Functions that start a program. */
const starters =
  /^(child_process\.(execFile|spawn)(Sync)?|child_process\.fork|cross-spawn(\.sync|\.spawn)?|execa(\.(execa|execaSync|sync|\$))?|Bun\.spawn(Sync)?|Deno\.Command|node-pty\.spawn)$/

export function processFacts(source: JavaScriptSource, calls: readonly Call[]): readonly LocalFact<'process'>[] {
  return calls.flatMap(({ node, fact }): readonly LocalFact<'process'>[] => {
    const isShell = shells.test(fact.callee)
    if (!isShell && !starters.test(fact.callee)) return []
    const shell = isShell || usesShell(source, node)
    const program = programOf(source, node, shell)
    return [
      {
        at: fact.at,
        ...(program === undefined ? {} : { program }),
        shell,
        callee: fact.callee,
        arguments: (fact.arguments as readonly Argument[]).filter(({ name }) => name === undefined),
        function: fact.function,
        via: [],
      },
    ]
  })
}

/** `{ shell: true }`; what is not known may be true. */
function usesShell(source: JavaScriptSource, call: number): boolean {
  return givenOf(source.tree, call).some((given) =>
    optionsNamed(source, given, 'shell').some((option) => {
      if (option.kind !== 'given') return false
      const known = constantOf(source, option.node)
      return known === undefined || Boolean(known.value)
    }),
  )
}

function programOf(source: JavaScriptSource, call: number, shell: boolean): string | undefined {
  const { tree } = source
  const [command] = givenOf(tree, call)
  if (command === undefined) return undefined
  const first = typeOf(tree, command) === 'array' ? firstChild(tree, command) : command
  const text = first === undefined ? undefined : constantOf(source, first)?.value
  if (typeof text !== 'string') return undefined
  return shell ? text.trim().split(/\s/)[0] : text
}
