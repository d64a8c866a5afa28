/**
 * Puts into terms what other functions and modules decide. A value comes up through at most so many functions: each step
 * has less fuel than the one before, so that recursion ends, and the order in which questions are asked changes nothing.
 */
import { unreachable } from '../../../../compiler/index.ts'
import type { Budget } from '../../budget.ts'
import { distinct } from '../distinct.ts'
import { isQuestion } from '../questions.ts'
import type { CallSite, Definition } from '../summary.ts'
import { otherKey, type Path, pathText, type Term } from '../term.ts'
import { selected } from '../value.ts'
import { boundArguments } from './bound-arguments.ts'
import { type Callers, callersOf } from './callers.ts'
import { closed } from './closed.ts'
import type { Located, Program } from './program.ts'

/** Functions that a value comes through. */
export const fuel = 3
/** Functions that an exception comes through. */
const exceptionFuel = 2

type Open<K> = Extract<NonNullable<Term['open']>, { readonly kind: K }>

export class Resolver {
  readonly #program: Program
  readonly #callers: Callers
  readonly #budget: Budget
  /** By the fuel that is left, what a list of terms came to. */
  readonly #resolved = Array.from({ length: fuel + 1 }, () => new Map<readonly Term[], readonly Term[]>())
  readonly #answers = new Map<CallSite | Definition, Map<string, readonly Term[]>>()

  constructor(program: Program, callers: Callers, budget: Budget) {
    this.#program = program
    this.#budget = budget
    this.#callers = callers
  }

  /** Parameters stay open: whoever asks knows of which function they are. Only the command line is followed down. */
  resolve(terms: readonly Term[], left: number): readonly Term[] {
    this.#budget.step()
    if (!terms.some(({ open }) => open !== undefined)) return terms
    const known = this.#resolved[left]?.get(terms)
    if (known !== undefined) return known
    const all: Term[] = []
    for (const term of terms) {
      if (term.open === undefined) all.push(term)
      else all.push(...inTurn(term, this.#resolveOne(term, left)))
    }
    const found = distinct(all)
    this.#resolved[left]?.set(terms, found)
    return found
  }

  #resolveOne(term: Term, left: number): readonly Term[] {
    const { open } = term
    if (open === undefined) return [term]
    switch (open.kind) {
      case 'parameter':
        return this.#ofProgram(term, open, left)
      case 'source':
        return [{ ...term, open: { ...open, asked: this.#asked(open, left) } }]
      case 'global':
        return left === 0 ? [closed(term)] : this.#ofGlobal(term, open, left)
      case 'result':
        return left === 0 ? (open.unsure ? [] : [closed(term)]) : this.#ofResult(term, open, left)
      case 'raised':
        return left === 0 ? [] : this.#ofRaised(term, open, Math.min(left, exceptionFuel))
      default:
        return unreachable(open)
    }
  }

  /** The command line is the program's, whichever function it is handed to: there is no caller to choose another. */
  #ofProgram(
    term: Term,
    { file, function: definition, name }: Open<'parameter'>,
    left: number,
    isTaken: (term: Term) => boolean = isWholeCommandLine,
  ): readonly Term[] {
    const [only, other] = callersOf(this.#callers, file, definition)
    if (only === undefined || other !== undefined || left === 0) return [term]
    const { called, site } = only
    const handed = boundArguments(called.definition, site, name, []).flatMap(({ terms }) => terms)
    const whole = this.resolve(handed, left - 1)
    if (whole.length === 0 || !whole.every(isTaken)) return [term]
    const part = this.#boundOne(term, called, site, left - 1)
    // An attribute may be one that its class has, whatever it was made of.
    return part.every(isOfCommandLine) ? part : [term]
  }

  /** What is read in may be kept in a global: then it is the only call of its reader that tells which file that is. */
  #asked({ asked, parsed }: Open<'source'>, left: number): readonly Term[] {
    const resolved = this.resolve(asked, left)
    if (!parsed) return resolved
    return resolved.flatMap((term) =>
      term.open?.kind === 'parameter' ? this.#ofProgram(term, term.open, left, isOfCommandLine) : [term],
    )
  }

  #ofGlobal(term: Term, { name, path }: Open<'global'>, left: number): readonly Term[] {
    const inner = this.#program.find(name).flatMap((located) => this.#gives(located, path, left - 1).map(closed))
    return inner.length === 0 ? [closed(term)] : carried(term, inner)
  }

  /** The call itself is an origin only where it stands: what it calls in turn is not told. */
  #ofResult(term: Term, { file, call, path, unsure }: Open<'result'>, left: number): readonly Term[] {
    const site = this.#program.callAt(file, call)
    const found = site === undefined ? [] : this.#program.find(site.callee)
    if (site === undefined || (unsure && found.length === 0)) return unsure ? [] : [closed(term)]
    const inner = this.#once(site, `${left} ${pathText(path)}`, () => this.#resultOf(site, found, path, left))
    return [...(left === fuel || found.length === 0 ? [closed(term)] : []), ...carried(term, inner)]
  }

  /** What a call gives, besides that it was this call. */
  #resultOf(site: CallSite, found: readonly Located[], path: Path, left: number): readonly Term[] {
    if (found.length === 0) return this.#handedOn(site, path, left)
    return distinct(
      found.flatMap((located) => {
        if (located.definition.kind === 'class' && path.length === 0) return this.#ofWholeObject(located, site, left)
        return this.#bound(this.#gives(located, path, left - 1), located, site, left - 1)
      }),
    )
  }

  #ofRaised(term: Term, { file, call }: Open<'raised'>, left: number): readonly Term[] {
    const site = this.#program.callAt(file, call)
    if (site === undefined) return []
    const inner = this.#once(site, `raised ${left}`, () =>
      this.#program.find(site.callee).flatMap((located) => {
        const { definition } = this.#program.callable(located)
        const raised = this.#once(definition, `raised ${left}`, () => this.resolve(definition.raises, left - 1))
        return this.#bound(raised, located, site, left - 1)
      }),
    )
    return carried(term, inner)
  }

  /** What was found out before, by the call or the definition, the part of it and the fuel that was left. */
  #once(about: CallSite | Definition, question: string, answer: () => readonly Term[]): readonly Term[] {
    const answers = this.#answers.get(about) ?? new Map<string, readonly Term[]>()
    this.#answers.set(about, answers)
    const known = answers.get(question)
    if (known !== undefined) return known
    const found = answer()
    answers.set(question, found)
    return found
  }

  /** What is known of no function may come out again. */
  #handedOn(site: CallSite, path: Path, left: number): readonly Term[] {
    const all = this.#once(site, 'all', () => {
      // A module that it is called on holds nothing.
      const object = site.receiver?.value.terms.filter(({ form }) => form !== 'global') ?? []
      if (isQuestion(site.callee)) return object
      return [...object, ...site.given.flatMap(({ value }) => selected(value, []))]
    })
    const terms = this.resolve(all, left - 1)
    return path.length === 0 ? terms : terms.map((term) => ({ ...term, whole: false }))
  }

  /** An object tells what it holds only if its class says so: as a record does, or one that is made from a foreign class. */
  #ofWholeObject(located: Located, site: CallSite, left: number): readonly Term[] {
    const { bases } = located.definition
    const isForeign = bases.some((base) => base !== 'object' && this.#program.find(base).length === 0)
    return isForeign ? this.#handedOn(site, [], left) : []
  }

  #gives({ definition }: Located, path: Path, left: number): readonly Term[] {
    return this.#once(definition, `${left} ${pathText(path)}`, () => {
      const own = selected(definition.gives, path)
      const isInherited = definition.kind === 'class' && own.length === 0 && path[0] !== otherKey && left > 0
      if (!isInherited) return this.resolve(own, left)
      const bases = definition.bases.flatMap((base) => this.#program.find(base))
      return bases.flatMap((base) => this.#gives(base, path, left - 1))
    })
  }

  /** What terms of a function come from where it is called there. */
  atCall(terms: readonly Term[], called: Located, site: CallSite): readonly Term[] {
    const inside = this.resolve(terms, fuel)
    return distinct(inside.flatMap((term) => inTurn(term, this.#boundOne(term, called, site, fuel))).map(closed))
  }

  /** Terms of a function with the arguments of a call for its parameters. */
  #bound(terms: readonly Term[], located: Located, site: CallSite, left: number): readonly Term[] {
    const called = this.#program.callable(located)
    return distinct(terms.flatMap((term) => this.#boundOne(term, called, site, left)))
  }

  #boundOne(term: Term, called: Located, site: CallSite, left: number): readonly Term[] {
    const { open } = term
    if (open?.kind === 'source')
      return [{ ...term, open: { ...open, asked: this.#bound(open.asked, called, site, left) } }]
    if (open?.kind !== 'parameter') return [term]
    if (open.file !== called.file || open.function !== called.definition.function) return [closed(term)]
    return carried(term, this.resolve(this.#handed(site, called, open), left))
  }

  /** What a parameter gets in a call; the same list each time, so that what it comes to is found again. */
  #handed(site: CallSite, { file, definition }: Located, { name, path }: Open<'parameter'>): readonly Term[] {
    return this.#once(site, `${name} ${pathText(path)} ${definition.function} ${file}`, () => {
      const given = boundArguments(definition, site, name, path)
      if (given.length > 0) return given.flatMap(({ terms }) => terms)
      const parameter = definition.parameters.find((each) => each.name === name)
      return parameter?.default === undefined ? [] : selected(parameter.default, path)
    })
  }
}

const isOfCommandLine = ({ form }: Term): boolean => form === 'command_line'

/** A part of it goes by the name of the option, or by its number. */
const isWholeCommandLine = ({ form, name = '' }: Term): boolean =>
  form === 'command_line' &&
  (name.includes('.parse_') || /^(sys\.(orig_)?argv|process\.argv|argparse\.Namespace\(\))?$/.test(name))

/** What a source of a fallback comes from has its turn. */
const inTurn = ({ position }: Term, resolved: readonly Term[]): readonly Term[] =>
  position === undefined ? resolved : resolved.map((term) => ({ ...term, position }))

/** What happened to a value in a function happened to all that it comes from. */
const carried = (outer: Term, inner: readonly Term[]): readonly Term[] =>
  outer.whole && !outer.encoded && !outer.held && outer.within === undefined
    ? inner
    : inner.map((term) => ({
        ...term,
        ...(outer.held ? { held: true } : {}),
        ...(outer.within === undefined ? {} : { within: outer.within + (term.within ?? 0) }),
        whole: term.whole && outer.whole,
        encoded: term.encoded || outer.encoded,
      }))
