/**
 * Scopes: a function of the file fact a scope, named by its words; the facts of a kind that lie in one, listed once a
 * module; and the unread files that lie in one.
 */
import type { Reach, Scope } from '../../check/typed.ts'
import { type KindName, kinds } from '../../schema/kinds.ts'
import { roleScopes } from '../../schema/values.ts'
import {
  apply,
  arrayOf,
  assign,
  builtin,
  type Expr,
  holds,
  input,
  not,
  ref,
  rule,
  ruleRef,
  scalar,
  set,
  someIn,
  type Term,
  variable,
} from '../tree.ts'
import { addRule, type Lowering, shareRule } from './context.ts'
import type { List } from './lists.ts'
import { plural, slug } from './names.ts'
import { patternTerm } from './patterns.ts'

const file = variable('file')
const entry = variable('entry')

/** The facts of a kind in a scope, with their indices where they are asked for. */
export function factsIn(lowering: Lowering, of: KindName, scope: Scope, indexed: boolean): List {
  const whole: List = { term: ref(input, of), holds: 'document', of }
  if (!hasScope(of)) return whole
  const [fact, index] = [lowering.names.variable(of), lowering.names.index(of)]
  const place = of === 'file' ? variable(fact) : ref(input, 'file', ref(variable(fact), 'file'))
  const body = fileLiesIn(lowering, scope, place)
  if (body.length === 0) return whole
  const name = shareRule(lowering, `facts ${of} ${indexed} ${key(scope)}`, () => {
    const [before, after] = [isOwn(scope) ? 'own_' : '', isOwn(scope) ? '' : `_${scopeWords(scope)}`]
    return addRule(
      lowering,
      { section: 'scopes', source: `${indexed ? 'Indices of f' : 'F'}acts of kind ${of} ${scopeText(scope)}.` },
      indexed ? `${before}${of}_indices${after}` : `${before}${plural(of)}${after}`,
      { value: arrayOf(variable(indexed ? index : fact), [someIn(fact, whole.term, index), ...body]) },
    )
  })
  return { term: ruleRef(name), holds: indexed ? 'indices' : 'facts', of }
}

/** The unread entries that touch one of the reaches, by kind: `[{"kind": …, "unread": […]}, …]`. */
export function unreadTerms(lowering: Lowering, reaches: readonly Reach[]): readonly [KindName, Term][] {
  const byKind = Map.groupBy(reaches, ({ of }) => of)
  return [...byKind].map(([of, those]) => {
    const scopes = [...new Map(those.map(({ scope }) => [key(scope) + scope.templates, scope])).values()]
    return [of, hasScope(of) ? ruleRef(unreadIn(lowering, scopes)) : ref(input, 'undecided')]
  })
}

const hasScope = (of: KindName): boolean => of === 'file' || kinds[of].inFile

function unreadIn(lowering: Lowering, scopes: readonly Scope[]): string {
  const name = scopes.map((scope) => scopeWords(scope) + (scope.templates ? '_with_templates' : '')).join('_or_')
  const text = scopes.map((scope) => scopeText(scope) + (scope.templates ? ', templates too' : '')).join('; or ')
  return shareRule(lowering, `unread ${scopes.map((scope) => key(scope) + scope.templates).join(' ')}`, () => {
    const touches = lowering.names.take(`unread_lies_${isPreposition(name) ? name : `in_${name}`}`)
    const inAFile = shareRule(lowering, 'in a file', () =>
      addRule(lowering, { section: 'scopes', source: 'What could not be read lies in one file.' }, 'lies_in_a_file', {
        args: ['entry'],
        body: [holds(ref(input, 'file', ref(entry, 'file')))],
      }),
    )
    lowering.rules.scopes.push(
      rule(touches, {
        args: ['entry'],
        body: [not(apply(inAFile, entry))],
        comments: [`Whether what could not be read lies ${text}; without a file it may lie anywhere.`],
      }),
      ...scopes.map((scope) =>
        rule(touches, {
          args: ['entry'],
          body: [
            assign('file', ref(input, 'file', ref(entry, 'file'))),
            ...(scope.templates ? [] : [not(apply(roleIs(lowering, 'template'), file))]),
            ...fileLiesIn(lowering, scope, file),
          ],
        }),
      ),
    )
    return addRule(lowering, { section: 'scopes', source: `What could not be read ${text}.` }, `unread_${name}`, {
      value: arrayOf(entry, [someIn('entry', ref(input, 'undecided')), holds(apply(touches, entry))]),
    })
  })
}

/** What a file has to be; nothing for `anywhere`. */
function fileLiesIn(lowering: Lowering, scope: Scope, place: Term): readonly Expr[] {
  const body = [...sorts(lowering, scope), ...ownMaterial(lowering, scope)]
  if (body.length === 0) return []
  if (isOwn(scope)) return [holds(apply(ownMaterialRule(lowering), place))]
  const name = shareRule(lowering, `in ${key(scope)}`, () =>
    addRule(lowering, { section: 'scopes', source: `A file ${scopeText(scope)}.` }, scopeWords(scope), {
      args: ['file'],
      body,
    }),
  )
  return [holds(apply(name, place))]
}

/** The sorts of scope words: of one sort they are alternatives, different sorts must all hold. */
function sorts(lowering: Lowering, scope: Scope): readonly Expr[] {
  const roles = [...new Set(scope.roles.flatMap(rolesOf))]
  const hasRole = roles.length === 0 ? [] : [isOneOf(ref(file, 'role'), roles)]
  const isVendored = scope.vendored ? [holds(ref(file, 'vendored'))] : []
  const matches = scope.globs.map(({ pattern }) =>
    holds(builtin('regex.match', patternTerm(pattern), ref(file, 'path'))),
  )
  const languages = scope.languages.length === 0 ? [] : [isOneOf(ref(file, 'language'), scope.languages)]
  return [
    ...oneOf(lowering, roleWords(scope).join('_or_'), [...hasRole, ...isVendored]),
    ...languages,
    ...oneOf(lowering, `path_matches_${globWords(scope)}`, matches),
  ]
}

/** One of the alternatives, each a single expression about `file`. */
function oneOf(lowering: Lowering, wanted: string, alternatives: readonly Expr[]): readonly Expr[] {
  if (alternatives.length <= 1) return alternatives
  const name = shareRule(lowering, JSON.stringify(alternatives), () => {
    const taken = lowering.names.take(wanted)
    lowering.rules.scopes.push(...alternatives.map((expr) => rule(taken, { args: ['file'], body: [expr] })))
    return taken
  })
  return [holds(apply(name, file))]
}

/** Not tests, not vendored, not generated, unless the scope opens it. */
function ownMaterial(lowering: Lowering, scope: Scope): readonly Expr[] {
  if (scope.anywhere) return []
  if (!scope.roles.includes('tests') && !scope.vendored) return [holds(apply(ownMaterialRule(lowering), file))]
  return [
    ...(scope.roles.includes('tests') ? [] : [not(apply(roleIs(lowering, 'test'), file))]),
    ...(scope.vendored ? [] : [not(ref(file, 'vendored'))]),
    not(ref(file, 'generated')),
  ]
}

const ownMaterialRule = (lowering: Lowering): string =>
  shareRule(lowering, 'own material', () => {
    const isTest = roleIs(lowering, 'test')
    return addRule(
      lowering,
      { section: 'scopes', source: "The repository's own material: not tests, not vendored, not generated." },
      'own_material',
      { args: ['file'], body: [not(apply(isTest, file)), not(ref(file, 'vendored')), not(ref(file, 'generated'))] },
    )
  })

const roleIs = (lowering: Lowering, role: string): string =>
  shareRule(lowering, `role ${role}`, () =>
    addRule(lowering, { section: 'scopes', source: `A ${role}.` }, `is_${role}`, {
      args: ['file'],
      body: [holds(builtin('equal', ref(file, 'role'), scalar(role)))],
    }),
  )

const rolesOf = (word: string): readonly string[] =>
  (roleScopes as Readonly<Record<string, readonly string[]>>)[word] ?? []

const isOneOf = (term: Term, values: readonly string[]): Expr =>
  values.length === 1
    ? holds(builtin('equal', term, scalar(values[0] as string)))
    : holds(builtin('internal.member_2', term, set(values.map(scalar))))

/** What decides whether a file lies in the scope. */
const key = ({ anywhere, globs, languages, roles, vendored }: Scope): string =>
  JSON.stringify([anywhere, globs.map(({ written }) => written), languages, roles, vendored])

const isOwn = ({ anywhere, globs, languages, roles, vendored }: Scope): boolean =>
  !anywhere && !vendored && globs.length + languages.length + roles.length === 0

const roleWords = ({ roles, vendored }: Scope): readonly string[] => [...roles, ...(vendored ? ['vendored'] : [])]

const globWords = ({ globs }: Scope): string => globs.map(({ written }) => slug(written) || 'pattern').join('_or_')

/** `in_code_or_scripts`, `in_python`; the scope without words is the repository's own material. */
function scopeWords(scope: Scope): string {
  if (isOwn(scope)) return 'own_material'
  const sorts = [roleWords(scope).join('_or_'), scope.languages.join('_or_'), globWords(scope)]
  const words = sorts.filter((sort) => sort !== '').join('_and_')
  if (words === '') return 'anywhere'
  return scope.anywhere ? `anywhere_in_${words}` : `in_${words}`
}

const isPreposition = (name: string): boolean => name.startsWith('in_') || name.startsWith('anywhere')

/** For a comment. */
function scopeText(scope: Scope): string {
  if (isOwn(scope)) return "in the repository's own material"
  const sorts = [roleWords(scope), scope.languages, scope.globs.map(({ written }) => JSON.stringify(written))]
  const words = sorts
    .filter((sort) => sort.length > 0)
    .map((sort) => sort.join(' or '))
    .join(', and ')
  return [...(words === '' ? [] : [`in ${words}`]), ...(scope.anywhere ? ['anywhere'] : [])].join(', ')
}
