/** The statements that code sends to a database. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { fieldOf, textOf } from '../../syntax/flat.ts'
import type { Call } from '../calls.ts'
import { constantOf } from '../constants.ts'
import { termsOf } from '../flow/search.ts'
import type { PythonSource } from '../source.ts'
import { argumentNode } from './arguments.ts'

const statement =
  /^\W*(select|insert|update|delete|replace|create|drop|alter|pragma|with|merge|truncate|begin|attach)\b/i
const databases =
  /^(sqlite3|psycopg2?|MySQLdb|pymysql|mysql\.connector|cx_Oracle|oracledb|pyodbc|sqlalchemy|aiosqlite)\./
const receivers = /(^|[._])(cur|cursor|conn|connection|db|database|engine)$/i

export function queryFacts(source: PythonSource, calls: readonly Call[]): readonly LocalFact<'query'>[] {
  const { tree } = source
  return calls.flatMap((call): readonly LocalFact<'query'>[] => {
    const { node } = call
    const callee = fieldOf(tree, node, 'function')
    const attribute = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
    if (attribute === undefined || !/^execute(many|script)?$/.test(textOf(tree, attribute))) return []
    const text = argumentNode(tree, node, 'sql', 1)
    if (text === undefined || !isQuery(source, call, text)) return []
    return [
      {
        at: call.at,
        language: 'sql',
        text: excerpt(textOf(tree, text)),
        bound: argumentNode(tree, node, 'parameters', 2) !== undefined,
        text_origins: termsOf(source, text),
        function: call.function,
        via: [],
      },
    ]
  })
}

/** By what it is called on, or by the statement itself. */
function isQuery(source: PythonSource, { callee, receiver = '' }: Call, text: number): boolean {
  if (databases.test(callee) || receivers.test(receiver)) return true
  const known = constantOf(source, text)?.value
  const literal = typeof known === 'string' ? known : textOf(source.tree, text).replace(/^\(*[a-zA-Z]*["']+/, '')
  return statement.test(literal)
}
