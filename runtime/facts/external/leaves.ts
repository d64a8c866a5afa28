/**
 * The values of a JSON text, each with its way from the top and its place. A member of a list has the key of the list,
 * and says which member it is, so that what belongs together can be found:
 *
 *     {"components": [{"name": "log4j", "version": "2.14"}]}
 *
 *     key "components.name"      entry "components.0"   value "log4j"
 *     key "components.version"   entry "components.0"   value "2.14"
 */
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import type { Scalar } from '../../../compiler/index.ts'
import { FactsError } from '../errors.ts'
import { exactNumber } from '../exact-number.ts'
import type { GivenFacts } from './given.ts'

export interface Leaf {
  readonly key: string
  /** The member of the innermost list around it, by its way from the top; missing where there is none. */
  readonly entry?: string
  readonly value: Scalar
  /** From 1; columns in UTF-16 units, the end exclusive. */
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** @throws FactsError at text that is not JSON. */
export function leavesOf({ file, text }: GivenFacts): readonly Leaf[] {
  const leaves: Leaf[] = []
  try {
    visit(
      text,
      {
        onLiteralValue(value: Scalar, offset, length, line, character, path) {
          const way = path()
          const inner = way.findLastIndex((step) => typeof step === 'number')
          leaves.push({
            key: way.filter((step) => typeof step === 'string').join('.'),
            ...(inner < 0 ? {} : { entry: way.slice(0, inner + 1).join('.') }),
            value: typeof value === 'number' ? exactNumber(text.slice(offset, offset + length)) : value,
            line: line + 1,
            column: character + 1,
            endColumn: character + 1 + length,
          })
        },
        onError(error: ParseErrorCode, _offset, _length, line, character) {
          throw notJson(file, `${line + 1}:${character + 1}`, printParseErrorCode(error))
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    )
  } catch (error) {
    if (error instanceof RangeError) throw notJson(file, '1:1', 'it is nested too deeply')
    throw error
  }
  return leaves
}

const notJson = (file: string, at: string, why: string): FactsError =>
  new FactsError('given-unreadable', `${file}:${at} is not JSON: ${inWords(why)}.`)

/** "CloseBraceExpected" is "close brace expected". */
const inWords = (code: string): string => code.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
