/** What timers abort, and after how long: `setTimeout(() => controller.abort(), 5000)`. Found once for all connections. */
import { type FlatTree, fieldOf, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../calls.ts'
import type { JavaScriptSource } from '../source.ts'
import { around, callNodes, givenOf } from '../syntax.ts'

/** By the name of a controller, behind the function in which its timer is set. */
type Delays = ReadonlyMap<string, number>

/** More nodes between a controller and the timer that aborts it than people write. */
const furthest = 40

const known = new WeakMap<FlatTree, Delays>()

/** The expression for the milliseconds after which a controller is aborted. `home` is the function it is used in. */
export function abortedAfter(source: JavaScriptSource, controller: string, home: number): number | undefined {
  const delays = known.get(source.tree) ?? delaysIn(source)
  known.set(source.tree, delays)
  return delays.get(keyOf(home, controller))
}

const keyOf = (home: number, controller: string): string => `${home} ${controller}`

function delaysIn(source: JavaScriptSource): Delays {
  const { tree, scopes } = source
  const delays = new Map<string, number>()
  for (const member of nodesOf(tree, 'member_expression')) {
    const [object, property] = [fieldOf(tree, member, 'object'), fieldOf(tree, member, 'property')]
    if (object === undefined || property === undefined || textOf(tree, property) !== 'abort') continue
    const timer = timerAround(source, member)
    const delay = timer === undefined ? undefined : givenOf(tree, timer)[1]
    if (timer === undefined || delay === undefined) continue
    const key = keyOf(scopes.functionOf(timer), textOf(tree, object))
    if (!delays.has(key)) delays.set(key, delay)
  }
  return delays
}

const calling = new Set<string>(callNodes)

/** The call of `setTimeout` that a node is in the action of. */
function timerAround(source: JavaScriptSource, node: number): number | undefined {
  const { tree } = source
  let left = furthest
  for (const outer of around(tree, node)) {
    if (left-- === 0) return undefined
    if (!calling.has(typeOf(tree, outer))) continue
    if (calleeOf(source, outer) === 'setTimeout') return outer
  }
  return undefined
}
