/** What comes out of a call: what it reads from outside, what a function of the repository gives, what it passes on. */
import { isQuestion } from '../../flow/questions.ts'
import { answerOf, isOfAnswer, withoutAnswers } from '../../flow/term.ts'
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { builtins } from '../builtins.ts'
import type { Meaning } from '../meaning.ts'
import { meaningOf } from '../names.ts'
import { standardLibrary } from '../standard-library.ts'
import { keyOf } from './changes.ts'
import { followChosen } from './containers.ts'
import { knownKeys } from './known-keys.ts'
import { encoders, lookUps, measures, parsers, serializers, transparent, transparentMethods } from './measures.ts'
import { ownCallee } from './own-calls.ts'
import type { Search } from './search.ts'
import { addSource, type Call, sourceRead } from './source-calls.ts'
import { taskHandedBy } from './tasks.ts'
import type { Way } from './way.ts'

export class CallSearch {
  readonly #search: Search

  constructor(search: Search) {
    this.#search = search
  }

  follow(node: number, way: Way, depth: number): void {
    const { source } = this.#search
    const call = this.#parts(node)
    if (call === undefined) return
    const own = ownCallee(source, node)
    // What the result of another call is may not be of the repository.
    const unsure = own?.includes('()') ?? false
    if (own !== undefined) {
      const open = { kind: 'result', file: source.input.file.path, call: node, path: [], unsure } as const
      this.#search.add(node, { form: 'call', name: own }, way, open)
      if (!unsure) return
    }
    if (measures(call.dotted, lastName(call.dotted))) return
    const task = taskHandedBy(source, node)
    if (task !== undefined) {
      const path = withoutAnswers(way.path)
      const given = way.at(task.isOfEach ? path.slice(1) : path)
      const open = { kind: 'result', file: source.input.file.path, call: node, path: [], unsure: false } as const
      this.#search.add(node, { form: 'call', name: task.name }, given, open)
      return
    }
    const known = sourceRead(call)
    if (known !== undefined) addSource(this.#search, call, known, way, depth)
    else if (call.method === undefined) this.#followFunction(call, way, depth)
    else this.#followMethod(call, call.method, way, depth)
  }

  #parts(node: number): Call | undefined {
    const { source } = this.#search
    const { tree } = source
    const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
    if (callee === undefined || list === undefined) return undefined
    const { dotted } = meaningOf(source, callee)
    const [object, attribute] = [fieldOf(tree, callee, 'object'), fieldOf(tree, callee, 'attribute')]
    const isMethod = object !== undefined && attribute !== undefined && !isStatic(meaningOf(source, object))
    const isGenerator = typeOf(tree, list) === 'generator_expression'
    const given = isGenerator
      ? [list]
      : [...childrenOf(tree, list)].filter((child) => typeOf(tree, child) !== 'comment')
    const method = isMethod ? textOf(tree, attribute) : undefined
    return { node, callee, dotted, method, object: isMethod ? object : undefined, given }
  }

  #followFunction(call: Call, way: Way, depth: number): void {
    const { dotted, given } = call
    const [first, second] = given
    const [, ...deeper] = way.path
    if (encoders.has(dotted)) {
      this.#addQuery(call)
      this.#followGiven(given, way.entire.with({ encoded: true }), depth)
    } else if (transparent.has(dotted)) {
      const parsed = way.parsed || parsers.has(dotted)
      if (serializers.has(dotted)) this.#search.add(call.node, { form: 'call', name: dotted }, way)
      if (first !== undefined) this.#search.follow(first, way.with({ parsed }), depth + 1)
    } else if (dotted === 'dict') this.#followDict(given, way, depth)
    else if (dotted === 'vars' || dotted === 'dataclasses.asdict') {
      this.#search.add(call.node, { form: 'call', name: dotted }, way)
      if (first !== undefined) this.#search.follow(first, way.into(undefined), depth + 1)
    } else if (dotted === 'getattr' && first !== undefined && second !== undefined) {
      const name = keyOf(this.#search.source, second)
      this.#search.follow(first, way.into(name === undefined ? undefined : `.${name}`), depth + 1)
      this.#followGiven(given.slice(2), way, depth)
    } else if (/^(next|max|min)$/.test(dotted)) followChosen(this.#search, dotted, given, way, depth)
    else if (dotted === 'enumerate') {
      const isCount = deeper[0] === '0'
      const within = deeper.length === 0 ? way : way.at([undefined, ...deeper.slice(1)])
      if (first !== undefined && !isCount) this.#search.follow(first, within, depth + 1)
    } else this.#followUnknown(call, way, depth)
  }

  /** `dict(other, key=value)`. */
  #followDict(given: readonly number[], way: Way, depth: number): void {
    const { tree } = this.#search.source
    const [asked] = way.path
    for (const child of given) {
      const [name, value] = [fieldOf(tree, child, 'name'), fieldOf(tree, child, 'value')]
      if (name === undefined || value === undefined) this.#search.follow(firstOfSpread(child), way, depth + 1)
      else if (asked === undefined || asked === textOf(tree, name)) {
        this.#search.follow(value, way.rest, depth + 1)
      }
    }

    function firstOfSpread(child: number): number {
      return typeOf(tree, child) === 'dictionary_splat' ? (firstChild(tree, child) ?? child) : child
    }
  }

  #followMethod(call: Call, method: string, way: Way, depth: number): void {
    const { object, given } = call
    const [first, second] = given
    if (object === undefined) return
    const [, step, ...deeper] = way.path
    if (lookUps.has(method) && first !== undefined) {
      this.#search.follow(object, way.into(keyOf(this.#search.source, first)), depth + 1)
      if (second !== undefined) this.#search.follow(second, way, depth + 1)
    } else if (method === 'items') {
      if (step === '1') this.#search.follow(object, way.at([undefined, ...deeper]), depth + 1)
      else if (step !== '0') this.#search.follow(object, way, depth + 1)
    } else if (method === 'values' || method === 'get_json') this.#search.follow(object, way, depth + 1)
    else if (transparentMethods.has(method)) this.#search.follow(object, way, depth + 1)
    else this.#followUnknown(call, way, depth)
  }

  /** What is passed on may come out again, and so may what a method is called on. */
  #followUnknown(call: Call, way: Way, depth: number): void {
    const isForeign = this.#isForeign(call)
    this.#search.add(call.node, { form: 'call', name: call.dotted }, way.at([]))
    if (call.object !== undefined) this.#search.follow(call.object, this.#answering(call, way), depth + 1)
    this.#addQuery(call)
    if (isQuestion(call.dotted) && !isPythons(call.dotted)) return
    if (!(isForeign && isOfAnswer(way.path))) {
      const path = withoutAnswers(way.path)
      this.#followGiven(call.given, way.at(path).with({ held: way.held || isForeign }).entire, depth)
    }
  }

  /** A method that is named after a secret gives what the object holds; any other answers something of its own. */
  #answering({ method, dotted }: Call, way: Way): Way {
    if (isPythons(dotted)) return way
    const isAnswer = method !== undefined && !/secret|passw|token|credential|key|value/i.test(method)
    return isAnswer ? way.into(answerOf(method)) : way
  }

  /** Whether code makes it that is neither Python's nor the repository's, so that nobody knows what it does with it. */
  #isForeign({ callee, dotted, method }: Call): boolean {
    const { source } = this.#search
    return (
      method === undefined &&
      meaningOf(source, callee).kind === 'thing' &&
      dotted.includes('.') &&
      !isPythons(dotted) &&
      !source.modules.isOwn(dotted)
    )
  }

  /** The names of parameters that become the query of an address. */
  #addQuery({ node, dotted, given }: Call): void {
    const [first] = given
    if (!dotted.endsWith('urlencode') || first === undefined) return
    const keys = knownKeys(this.#search.source, first)
    if (keys.length > 0) this.#search.add(node, { form: 'url', query_keys: keys }, this.#search.wholly)
  }

  #followGiven(given: readonly number[], way: Way, depth: number): void {
    for (const child of given) this.#search.follow(child, way, depth + 1)
  }
}

/** Whether it is of the standard library, or of a class that is built in. */
function isPythons(dotted: string): boolean {
  const [module = ''] = dotted.split('.')
  return standardLibrary.has(module) || builtins.has(module)
}

const lastName = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1)

/** Modules and classes hold nothing that a method called on them gives away. */
const isStatic = (meaning: Meaning): boolean => meaning.kind === 'thing' || meaning.kind === 'class'
