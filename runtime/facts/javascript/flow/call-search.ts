/** What comes out of a call: what it reads from outside, what a function of the repository gives, what it passes on. */

import { purposeOf } from '../../flow/purpose.ts'
import { isQuestion } from '../../flow/questions.ts'
import { answerOf, isOfAnswer, withoutAnswers } from '../../flow/term.ts'
import { fieldOf, textOf } from '../../syntax/flat.ts'
import { pathTextOf } from '../files/paths.ts'
import { requiredBy } from '../imports.ts'
import type { Meaning } from '../meaning.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { entriesOf } from '../objects.ts'
import { type Source, sourceOf, variableOf } from '../origin-sources.ts'
import { ownCallee } from '../own-calls.ts'
import { parametersOf } from '../parameters.ts'
import { returnsOf } from '../results.ts'
import { bare, calledOf, givenOf, isFunction } from '../syntax.ts'
import { usesOf } from '../uses.ts'
import * as measured from './measures.ts'
import { keyOf } from './members.ts'
import { type Details, type Search, termsOf } from './search.ts'
import { entire, into, type Way, wholly, within } from './way.ts'

/** A call, with its parts. */
interface Call {
  readonly node: number
  readonly dotted: string
  /** The name of a method, and the object that it is called on. */
  readonly method: string | undefined
  readonly object: number | undefined
  readonly given: readonly number[]
  readonly meaning: Meaning
}

export class CallSearch {
  readonly #search: Search

  constructor(search: Search) {
    this.#search = search
  }

  follow(node: number, way: Way, depth: number): void {
    const { source } = this.#search
    const { modules } = source
    const required = requiredBy(source, node)
    if (required !== undefined) {
      const { name } = modules.resolve(required)
      this.#search.addGlobal(node, name, modules.isOwn(name), way)
      return
    }
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
    if (measured.measures(call.dotted, call.method)) return
    const known = sourceOf(call.dotted)
    if (known !== undefined) this.#addSource(call, known, way)
    else if (call.method === undefined) this.#followFunction(call, way, depth)
    else this.#followMethod(call, call.method, way, depth)
  }

  #parts(node: number): Call | undefined {
    const { source } = this.#search
    const { tree } = source
    const called = calledOf(tree, node)
    if (called === undefined) return undefined
    const callee = bare(tree, called)
    const meaning = meaningOf(source, callee)
    const object = fieldOf(tree, callee, 'object')
    const isMethod = object !== undefined && !isStatic(meaningOf(source, object))
    const given = givenOf(tree, node)
    const method = isMethod ? memberNameOf(source, callee) : undefined
    return { node, dotted: meaning.dotted, method, object: isMethod ? object : undefined, given, meaning }
  }

  #addSource(call: Call, known: Source, way: Way): void {
    const { source } = this.#search
    const [first] = call.given
    if (first === undefined || known.form === 'response' || known.form === 'command_line') {
      this.#search.add(call.node, known, way)
      return
    }
    const asked = termsOf(source, first)
    if (known.form === 'file') {
      this.#addFile(call, known, first, way)
      return
    }
    const name = keyOf(this.#search, first)
    const open = name === undefined ? ({ kind: 'source', asked, parsed: false } as const) : undefined
    this.#search.add(call.node, { form: known.form, name }, way, open)
  }

  #addFile(call: Call, { form }: Source, path: number, way: Way): void {
    const { source } = this.#search
    const { tree, scopes } = source
    const written = textOf(tree, path)
    const known = pathTextOf(source, path)
    if (/^(0|process\.stdin\.fd|['"]\/dev\/stdin['"])$/.test(written)) {
      this.#search.add(call.node, { form: 'stdin', name: written }, way)
      return
    }
    const purpose = purposeOf([known ?? '', written, scopes.qualifiedName(scopes.functionOf(call.node))])
    const details: Details = { purpose, ...(known === undefined ? {} : { path: known }) }
    const open = { kind: 'source', asked: termsOf(source, path), parsed: way.parsed } as const
    this.#search.add(call.node, { form, name: known ?? written, ...details }, way, open)
  }

  #followFunction(call: Call, way: Way, depth: number): void {
    const { dotted, given } = call
    const [first] = given
    if (dotted === 'Promise') this.#followExecutor(call, way, depth)
    else if (dotted === 'Object.entries' && first !== undefined) {
      const [, part, ...deeper] = way.path
      if (part === '1') this.#search.follow(first, { ...way, path: [undefined, ...deeper] }, depth + 1)
      else if (part !== '0') this.#search.follow(first, way, depth + 1)
    } else if (dotted === 'Object.values' && first !== undefined) this.#search.follow(first, way, depth + 1)
    else if (measured.encoders.has(dotted)) {
      this.#addQuery(call)
      this.#followGiven(given, { ...entire(way), encoded: true }, depth)
    } else if (measured.transparent.has(dotted)) {
      const parsed = way.parsed || measured.parsers.has(dotted)
      if (measured.serializers.has(dotted))
        this.#search.add(call.node, { form: 'call', name: dotted }, { ...way, path: [] })
      const passed = /^(JSON\.|structuredClone|Buffer\.from)/.test(dotted) ? given.slice(0, 1) : given
      this.#followGiven(passed, { ...way, parsed }, depth)
    } else this.#followUnknown(call, way, depth)
  }

  /** `new Promise((resolve) => …)` gives what `resolve` is called with. */
  #followExecutor({ given: [executor] }: Call, way: Way, depth: number): void {
    const { tree } = this.#search.source
    const [resolve] = executor === undefined ? [] : parametersOf(tree, bare(tree, executor))
    if (resolve === undefined) return
    for (const mention of usesOf(this.#search.source, resolve.name, resolve.pattern)) {
      const call = tree.parents[mention] ?? 0
      if (tree.fields[mention] === 'function') this.#followGiven(givenOf(tree, call), way, depth)
    }
  }

  #followMethod(call: Call, method: string, way: Way, depth: number): void {
    const { object, given } = call
    const [first] = given
    if (object === undefined) return
    if (measured.bodyMethods.has(method)) this.#search.follow(object, into(way, '.body'), depth + 1)
    else if (method === 'then') this.#followMade(call, object, first, way, way, depth)
    else if (measured.mappers.has(method)) this.#followMade(call, object, first, within(way), way, depth)
    else if (method === 'get' && first !== undefined && given.length === 1) {
      this.#search.follow(object, into(way, keyOf(this.#search, first)), depth + 1)
    } else if (measured.elementMethods.has(method)) this.#search.follow(object, into(way, undefined), depth + 1)
    else if (method === 'slice') this.#search.follow(object, this.#shifted(first, way), depth + 1)
    else if (method === 'values') this.#search.follow(object, way, depth + 1)
    else if (measured.transparentMethods.has(method)) {
      this.#search.follow(object, way, depth + 1)
      // What is joined, or put in place of something, is in the result as well.
      if (/^(concat|replace|replaceAll|join)$/.test(method)) this.#followGiven(given, entire(way), depth)
    } else this.#followUnknown(call, way, depth)
  }

  /** `process.argv.slice(2)[0]` is `process.argv[2]`. */
  #shifted(first: number | undefined, way: Way): Way {
    const by = first === undefined ? 0 : Number(keyOf(this.#search, first))
    const [key, ...deeper] = way.path
    const isCounted = key !== undefined && /^\d+$/.test(key) && by >= 0
    return isCounted ? { ...way, path: [String(Number(key) + by), ...deeper] } : way
  }

  /** What a function that is written there makes of it; of another one nothing is known but that it was given it. */
  #followMade(call: Call, object: number, made: number | undefined, way: Way, whole: Way, depth: number): void {
    const { source } = this.#search
    const written = made === undefined ? undefined : bare(source.tree, made)
    if (written === undefined || !isFunction(source.tree, written)) {
      this.#search.follow(object, whole, depth + 1)
      return
    }
    for (const value of returnsOf(source, written)) this.#search.follow(value, way, depth + 1)
    if (returnsOf(source, written).length === 0)
      this.#search.add(call.node, { form: 'call', name: call.dotted }, entire(way))
  }

  /** What is passed on may come out again, and so may what a method is called on. */
  #followUnknown(call: Call, way: Way, depth: number): void {
    const isForeign = this.#isForeign(call)
    this.#search.add(call.node, { form: 'call', name: call.dotted }, { ...way, path: [] })
    if (call.object !== undefined) this.#search.follow(call.object, this.#answering(call, way), depth + 1)
    if (isQuestion(call.dotted) || (isForeign && isOfAnswer(way.path))) return
    const path = withoutAnswers(way.path)
    this.#followGiven(call.given, entire({ ...way, path, held: way.held || isForeign }), depth)
  }

  /** A method that is named after a secret gives what the object holds; any other answers something of its own. */
  #answering({ method }: Call, way: Way): Way {
    const isAnswer = method !== undefined && !/secret|passw|token|credential|key|value/i.test(method)
    return isAnswer ? into(way, answerOf(method)) : way
  }

  /** Whether code makes it that is not the repository's, so that nobody knows what it does with it. */
  #isForeign({ meaning, method }: Call): boolean {
    return (
      method === undefined &&
      meaning.kind === 'thing' &&
      !/^(path|util|String|Object|Array|Math)\./.test(meaning.dotted)
    )
  }

  /** The names of parameters that become the query of an address. */
  #addQuery({ node, given }: Call): void {
    const [first] = given
    const keys = first === undefined ? [] : entriesOf(this.#search.source, first).entries.map(({ name }) => name)
    if (keys.length > 0) this.#search.add(node, { form: 'url', query_keys: keys }, wholly)
  }

  #followGiven(given: readonly number[], way: Way, depth: number): void {
    for (const child of given) this.#search.follow(child, way, depth + 1)
  }
}

/** Modules and classes hold nothing that a method called on them gives away; what comes from outside does. */
const isStatic = (meaning: Meaning): boolean =>
  (meaning.kind === 'thing' && variableOf(meaning.dotted) === undefined) || meaning.kind === 'class'
