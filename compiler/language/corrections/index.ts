/** All corrections in the order in which they are tried: the surest first. */
import type { Corrector } from './correction.ts'
import { beforeCondition, beforeKind, beforeValue, betweenConditions, parameterType } from './insertions.ts'
import { needlessBrackets, unbracketed, unquoted, valueAlone } from './lists.ts'
import { phraseCorrections } from './phrases.ts'
import { called, doubled, groupedDigits, lastComma, scopeBehind, twoWords } from './removals.ts'
import { rowOfValues } from './rows.ts'
import { spelling } from './spelling.ts'

export { type Correction, corrected, type Failed, reached } from './correction.ts'

export const correctors: readonly Corrector[] = [
  ...[
    doubled,
    groupedDigits,
    parameterType,
    lastComma,
    rowOfValues,
    valueAlone,
    unbracketed,
    needlessBrackets,
    unquoted,
    called,
    twoWords,
  ],
  ...[beforeKind, phraseCorrections, spelling, scopeBehind],
  ...[beforeValue, beforeCondition, betweenConditions],
]
