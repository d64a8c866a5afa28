/**
 * The part of Rego that Proviso writes, as a tree. Two readers: the printer makes text of it that `opa fmt` leaves as
 * it is, the planner makes OPA's IR of it. Notes carry what the checklist knew and a reader of Rego would have to find
 * out again; the printer ignores them, and dropping all of them changes no answer.
 */
export interface Module {
  readonly package: readonly string[]
  /** Comment lines at the top. */
  readonly comments: readonly string[]
  readonly annotations: Annotations | undefined
  readonly rules: readonly Rule[]
  /** The rules that can be asked for from outside. */
  readonly entrypoints: readonly string[]
  /** A note: which rules work out which item, and nothing else. */
  readonly items?: readonly { readonly id: string; readonly rules: readonly string[] }[]
  /** Printed behind the rules, and in no plan. */
  readonly conftest?: Conftest
}

/** The answer once more, as Conftest asks for it. */
export interface Conftest {
  /** A constant that the sets read. */
  readonly about: Rule
  readonly sets: readonly SetRule[]
}

/** One rule that adds to a set: `name contains element if { body }`. */
export interface SetRule {
  readonly name: 'deny' | 'warn'
  readonly element: Term
  readonly body: readonly Expr[]
  readonly comments: readonly string[]
}

/** A METADATA block. */
export interface Annotations {
  readonly scope: 'package' | 'rule' | 'document'
  readonly title: string
  readonly description?: string
  /** Free keys, such as severity and source. */
  readonly custom: Readonly<Record<string, string | number | readonly string[]>>
}

/**
 * One rule: `name(args) := value if { body }`. Rules of one name are alternatives and stand together. No `args` and no
 * `args` list differ: `f()` is not a rule. With a value other than true, alternatives that hold have to agree.
 */
export interface Rule {
  readonly name: string
  readonly args: readonly string[] | undefined
  readonly value: Term
  /** Empty: holds always. */
  readonly body: readonly Expr[]
  /** `default name := value`; `args` name the parameters, the body is empty. */
  readonly default: boolean
  readonly comments: readonly string[]
  readonly annotations: Annotations | undefined
}

export type Expr =
  /** `name := term`, a new variable. */
  | { readonly kind: 'assign'; readonly name: string; readonly term: Term }
  /** A term that has to be defined and not false. */
  | { readonly kind: 'holds'; readonly term: Term }
  /** `not term`: the printer asserts that every call in it is given variables and constants only. */
  | { readonly kind: 'not'; readonly term: Term }
  /** `some value in collection`, `some key, value in collection`. */
  | { readonly kind: 'some'; readonly key: string | undefined; readonly value: string; readonly in: Term }

export type Term =
  | { readonly kind: 'var'; readonly name: string }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly items: readonly Term[] }
  | { readonly kind: 'set'; readonly items: readonly Term[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Term, Term])[] }
  /** `head.a["b c"][x]`: undefined where a key is missing. A `head` of `input` is the input document. */
  | { readonly kind: 'ref'; readonly head: Term; readonly path: readonly Term[] }
  /** A rule of the module without arguments. */
  | { readonly kind: 'rule'; readonly name: string }
  /** A function of the module, or a builtin of OPA. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Term[]; readonly builtin: boolean }
  /** `[term | body]`, `{term | body}`, `{key: term | body}`. */
  | { readonly kind: 'array comprehension'; readonly term: Term; readonly body: readonly Expr[] }
  | { readonly kind: 'set comprehension'; readonly term: Term; readonly body: readonly Expr[] }
  | {
      readonly kind: 'object comprehension'
      readonly key: Term
      readonly term: Term
      readonly body: readonly Expr[]
      readonly note?: Grouping
    }

/** A note: the object has the elements `item` of the array `of`, in their order, under what `by` is of each. */
export interface Grouping {
  readonly of: Term
  readonly item: string
  readonly by: Term
}

/** Builtins that print as infix operators; `member` is `x in xs`. */
export const infix = {
  equal: '==',
  neq: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  plus: '+',
  minus: '-',
  'internal.member_2': 'in',
} as const

export const input: Term = { kind: 'var', name: 'input' }
export const variable = (name: string): Term => ({ kind: 'var', name })
export const scalar = (value: string | number | boolean | null): Term => ({ kind: 'scalar', value })
export const array = (items: readonly Term[]): Term => ({ kind: 'array', items })
export const set = (items: readonly Term[]): Term => ({ kind: 'set', items })
export const object = (entries: Readonly<Record<string, Term>>): Term => ({
  kind: 'object',
  entries: Object.entries(entries).map(([key, value]) => [scalar(key), value] as const),
})
export const ref = (head: Term, ...path: readonly (Term | string)[]): Term => ({
  kind: 'ref',
  head,
  path: path.map((step) => (typeof step === 'string' ? scalar(step) : step)),
})
export const ruleRef = (name: string): Term => ({ kind: 'rule', name })
export const builtin = (name: string, ...args: readonly Term[]): Term => ({ kind: 'call', name, args, builtin: true })
export const apply = (name: string, ...args: readonly Term[]): Term => ({ kind: 'call', name, args, builtin: false })
export const arrayOf = (term: Term, body: readonly Expr[]): Term => ({ kind: 'array comprehension', term, body })
export const setOf = (term: Term, body: readonly Expr[]): Term => ({ kind: 'set comprehension', term, body })

/** An index: arrays of the elements of `of` by `by`. OPA evaluates it in one pass, as any reader of the note may. */
export const grouped = (of: Term, item: string, by: Term): Term => ({
  kind: 'object comprehension',
  key: variable('key'),
  term: variable('group'),
  body: [
    someIn('key', setOf(by, [someIn(item, of)])),
    assign('group', arrayOf(variable(item), [someIn(item, of), holds(builtin('equal', by, variable('key')))])),
  ],
  note: { of, item, by },
})

export const assign = (name: string, term: Term): Expr => ({ kind: 'assign', name, term })
export const holds = (term: Term): Expr => ({ kind: 'holds', term })
export const not = (term: Term): Expr => ({ kind: 'not', term })
export const someIn = (value: string, collection: Term, key?: string): Expr => ({
  kind: 'some',
  key,
  value,
  in: collection,
})

export const rule = (
  name: string,
  parts: Partial<Omit<Rule, 'name'>> & { readonly args?: readonly string[] },
): Rule => ({
  name,
  args: parts.args,
  value: parts.value ?? scalar(true),
  body: parts.body ?? [],
  default: parts.default ?? false,
  comments: parts.comments ?? [],
  annotations: parts.annotations,
})
