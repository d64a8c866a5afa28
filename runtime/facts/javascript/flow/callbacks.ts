/**
 * What a function that is written as an argument gets from the call that it is given to.
 *
 *     fetch(url).then((answer) => …)                  what the promise gives
 *     events.forEach((event) => …)                    an element
 *     fs.readFile(path, (error, data) => …)           an error, then what the call reads
 *     https.get(url, (answer) => …)                   what the call gives
 *     socket.on("data", (chunk) => …)                 what the object gives
 *     app.post("/", (request, answer) => …)           what somebody sends
 */
import { words } from '../../classify/words.ts'
import { type FlatTree, fieldOf, parentOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { isRequest } from '../origin-sources.ts'
import type { Parameter } from '../parameters.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, calledOf, givenOf } from '../syntax.ts'
import type { Search } from './search.ts'
import { into, type Way } from './way.ts'

const elements = words('forEach map filter find findLast some every flatMap findIndex sort')
const settled = words('then finally')
const listeners = words('on once addListener addEventListener')
const routes = words('get post put patch delete all use route')
const errorName = /^(e|er|err|error|ex|exception|reason)$/i

/** The call that an inline function is given to. */
export function callGiven(tree: FlatTree, definition: number): number | undefined {
  let outer = parentOf(tree, definition)
  while (typeOf(tree, outer) === 'parenthesized_expression') outer = parentOf(tree, outer)
  return typeOf(tree, outer) === 'arguments' ? parentOf(tree, outer) : undefined
}

/** False where the function is no such argument, or nothing is known of what it gets. */
export function followCallback(search: Search, node: number, parameter: Parameter, way: Way, depth: number): boolean {
  const { source } = search
  const { tree } = source
  const call = callGiven(tree, parameter.definition)
  const called = call === undefined ? undefined : calledOf(tree, call)
  if (call === undefined || called === undefined) return false
  const callee = bare(tree, called)
  const object = fieldOf(tree, callee, 'object')
  const method = memberNameOf(source, callee) ?? ''
  const { position, name } = parameter
  const caught = (): true => {
    search.add(node, { form: 'exception', name: 'Error' }, way)
    return true
  }
  const follow = (from: number, along: Way): true => {
    search.follow(from, along, depth + 1)
    return true
  }
  if (object !== undefined && method === 'catch') return position === 1 ? caught() : false
  if (object !== undefined && settled.has(method)) {
    const isSecond = givenOf(tree, call)[1] === parameter.definition
    return isSecond ? caught() : follow(object, way)
  }
  if (object !== undefined && elements.has(method) && position === 1) return follow(object, into(way, undefined))
  if (object !== undefined && method === 'reduce' && position === 2) return follow(object, into(way, undefined))
  if (object !== undefined && listeners.has(method)) {
    const [event] = givenOf(tree, call)
    const isError = event !== undefined && isFailure(constantOf(source, event)?.value)
    if (isError) return position === 1 ? caught() : false
    return position === 1 ? follow(object, way) : false
  }
  if (position === 1 && errorName.test(name)) return caught()
  if (isRoute(source, callee, object, method) && position === 1) {
    search.add(node, { form: 'alert', name }, way)
    return true
  }
  const gives =
    position === 1 ? isRequest(meaningOf(source, called).dotted) : position === 2 && takesError(source, parameter)
  return gives ? follow(call, way) : false
}

const isFailure = (event: unknown): boolean =>
  typeof event === 'string' && /^(error|uncaughtException|unhandledRejection)/.test(event)

function isRoute(source: JavaScriptSource, callee: number, object: number | undefined, method: string): boolean {
  const { dotted } = meaningOf(source, callee)
  if (/^https?\.createServer$|^(Bun|Deno)\.serve$/.test(dotted)) return true
  if (object === undefined || !routes.has(method)) return false
  const owner = meaningOf(source, object).dotted
  return /^\((app|router|server|api|fastify)\)$|^(express|fastify|koa|express\.Router|restify)\b/.test(owner)
}

/** `(error, data) => …`. */
function takesError({ tree }: JavaScriptSource, { definition }: Parameter): boolean {
  const list = fieldOf(tree, definition, 'parameters')
  const first = list === undefined ? undefined : list + 1
  const name = first === undefined ? undefined : (fieldOf(tree, first, 'pattern') ?? first)
  return name !== undefined && errorName.test(tree.text.slice(tree.starts[name], tree.ends[name]).replace(/^_+/, ''))
}
