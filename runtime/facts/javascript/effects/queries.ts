/** The statements that code sends to a database. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { termsOf } from '../flow/search.ts'
import { memberNameOf } from '../names.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, calledOf, givenOf } from '../syntax.ts'

const methods = /^(query|execute|exec|run|all|get|each|prepare|raw|unsafe|\$(query|execute)Raw(Unsafe)?)$/
const statement =
  /^\W*(select|insert|update|delete|replace|create|drop|alter|pragma|with|merge|truncate|begin|attach)\s/i
/** Objects by whose names a method that is called `query` is one of a database. */
const receivers = /(^|[._])(db|database|pool|conn|connection|client|knex|sequelize|prisma|pg|mysql|sqlite)$/i

export function queryFacts(source: JavaScriptSource, calls: readonly Call[]): readonly LocalFact<'query'>[] {
  const { tree } = source
  return calls.flatMap(({ node, fact }): readonly LocalFact<'query'>[] => {
    const called = calledOf(tree, node)
    const callee = called === undefined ? undefined : bare(tree, called)
    const method = callee === undefined ? undefined : memberNameOf(source, callee)
    const list = fieldOf(tree, node, 'arguments')
    const [first, second] = givenOf(tree, node)
    const isTagged = list !== undefined && typeOf(tree, list) === 'template_string'
    const text = isTagged ? list : first
    if (method === undefined || text === undefined || !methods.test(method)) return []
    if (!isStatement(source, text) && !(/^(query|execute|raw)$/.test(method) && receivers.test(fact.receiver ?? '')))
      return []
    return [
      {
        at: fact.at,
        language: 'sql',
        text: excerpt(textOf(tree, text)),
        bound: isTagged || second !== undefined || bindsLater(source, node),
        // The values of a tagged template are handed over beside the text.
        text_origins: isTagged ? [] : termsOf(source, text),
        function: fact.function,
        via: [],
      },
    ]
  })
}

function isStatement(source: JavaScriptSource, text: number): boolean {
  const known = constantOf(source, text)?.value
  return statement.test(typeof known === 'string' ? known : textOf(source.tree, text).replace(/^\(*['"`]+/, ''))
}

/** `database.prepare(text).run(value)`. */
function bindsLater({ tree }: JavaScriptSource, node: number): boolean {
  const member = tree.parents[node] ?? 0
  const call = tree.parents[member] ?? 0
  return fieldOf(tree, member, 'object') === node && calledOf(tree, call) === member && givenOf(tree, call).length > 0
}
