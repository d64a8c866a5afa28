/** What lowering knows while it goes through a checklist, and the rules that it has made so far. */
import type { Bound, TypedChecklist, TypedParameter } from '../../check/typed.ts'
import { kinds } from '../../schema/kinds.ts'
import { type Expr, type Rule, rule } from '../tree.ts'
import { freeInBody } from '../variables.ts'
import { Names } from './names.ts'
import { namePrelude, type PreludeNames } from './prelude.ts'
import { subjectNames } from './walk.ts'

export interface Lowering {
  readonly checklist: TypedChecklist
  readonly names: Names
  readonly prelude: PreludeNames
  readonly rules: Readonly<Record<Section, Rule[]>>
  readonly parameters: Map<string, { readonly parameter: TypedParameter; readonly rule: string }>
  readonly definitions: Map<string, Definition>
  /** Rules that several sentences share, by what they say. */
  readonly shared: Map<string, string>
}

/** The parts of a module, in their order behind the answer. */
export const sections = ['parameters', 'items', 'definitions', 'conditions', 'scopes'] as const
export type Section = (typeof sections)[number]

/** A definition as a rule of the module: a function of what `takes` says of its subject, in that order. */
export interface Definition {
  readonly rule: string
  readonly takes: readonly ('fact' | 'index')[]
  /** Whether the definition asks which fact the subject is, and not only what it is like. */
  readonly identifies: boolean
}

/** Where a condition stands. */
export interface Environment {
  /** The part of the module that its rules belong to, and what their names start with. */
  readonly section: Section
  readonly prefix: string
  /** A comment that leads from its rules to the checklist. */
  readonly source: string
  /** The subjects around it, outermost first. */
  readonly subjects: readonly Bound[]
  /** The names of those subjects of the sentence of which the index is asked for. */
  readonly identified: ReadonlySet<string>
}

export function startLowering(checklist: TypedChecklist): Lowering {
  const names = new Names([...Object.keys(kinds), ...subjectNames(checklist)])
  return {
    checklist,
    names,
    prelude: namePrelude(names),
    rules: { parameters: [], items: [], definitions: [], conditions: [], scopes: [] },
    parameters: new Map(),
    definitions: new Map(),
    shared: new Map(),
  }
}

export const within = (environment: Environment, subject: Bound): Environment => ({
  ...environment,
  subjects: [...environment.subjects, subject],
})

/** The variables that hold a subject: itself, and its index. */
export const variablesOf = (lowering: Lowering, subject: Bound): readonly [string, string] => [
  lowering.names.variable(subject.name),
  lowering.names.index(subject.name),
]

/** Those of the environment's variables that bodies use, subjects in their order. */
export function argumentsOf(
  lowering: Lowering,
  environment: Environment,
  bodies: readonly (readonly Expr[])[],
): readonly string[] {
  const free = new Set(bodies.flatMap((body) => [...freeInBody(body)]))
  return environment.subjects.flatMap((subject) => variablesOf(lowering, subject)).filter((name) => free.has(name))
}

/** Adds a rule under a name that is free, and gives the name; one that says the same as one before is that one. */
export function addRule(
  lowering: Lowering,
  { section, source }: Pick<Environment, 'section' | 'source'>,
  wanted: string,
  parts: Partial<Pick<Rule, 'value' | 'body'>> & { readonly args?: readonly string[] },
): string {
  return shareRule(lowering, JSON.stringify([wanted, parts]), () => {
    const name = lowering.names.take(wanted)
    lowering.rules[section].push(rule(name, { ...parts, comments: [source] }))
    return name
  })
}

/** `key` says what the rules say that `add` would add. */
export function shareRule(lowering: Lowering, key: string, add: () => string): string {
  const known = lowering.shared.get(key)
  if (known !== undefined) return known
  const name = add()
  lowering.shared.set(key, name)
  return name
}
