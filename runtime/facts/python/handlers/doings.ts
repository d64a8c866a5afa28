/** What a piece of code does with an error: raises it again, reports it, ends the program. */
import { fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../expressions.ts'
import { thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'

/** The nodes of a type in a block, those of functions that it defines left out. */
function* nodesWithin({ tree }: PythonSource, block: number, type: string): Generator<number> {
  for (let node = block; node < (tree.nexts[block] ?? 0); ) {
    const own = typeOf(tree, node)
    if (own === type) yield node
    node = own === 'function_definition' || own === 'lambda' ? (tree.nexts[node] ?? node + 1) : node + 1
  }
}

/** Any exception but the one that ends the program. */
export function raisesAgain(source: PythonSource, block: number): boolean {
  return [...nodesWithin(source, block, 'raise_statement')].some((statement) => !raisesExit(source, statement))
}

function raisesExit(source: PythonSource, statement: number): boolean {
  const { tree } = source
  const raised = firstChild(tree, statement)
  const named = raised === undefined ? undefined : (fieldOf(tree, raised, 'function') ?? raised)
  return named !== undefined && thingNamed(source, named) === 'SystemExit'
}

const exits = /^(sys\.exit|os\._exit|os\.abort|exit|quit)$/

export function endsProgram(source: PythonSource, block: number): boolean {
  const isExit = [...nodesWithin(source, block, 'call')].some((call) => exits.test(calleeOf(source, call) ?? ''))
  return isExit || [...nodesWithin(source, block, 'raise_statement')].some((statement) => raisesExit(source, statement))
}

/** Functions that report, by what the standard library calls them … */
const reporters =
  /^(print|warnings\.warn|syslog\.syslog|traceback\.print_\w+|sys\.(stderr|stdout)\.write|logging(\.\w+)*\.(debug|info|warn|warning|error|exception|critical|fatal|log))$/
/** … and by the words that others name theirs by. */
const reporting = /(^|_)(log|logger|emit|report|warn|warning|error|exception|critical|alert|notify|fail|print)(_|$)/i

export function logsError(source: PythonSource, block: number): boolean {
  const { tree } = source
  return [...nodesWithin(source, block, 'call')].some((call) => {
    if (reporters.test(calleeOf(source, call) ?? '')) return true
    const callee = fieldOf(tree, call, 'function')
    const name = callee === undefined ? undefined : (fieldOf(tree, callee, 'attribute') ?? callee)
    return name !== undefined && typeOf(tree, name) === 'identifier' && reporting.test(textOf(tree, name))
  })
}
