/** All corrections in the order in which they are tried: the surest first. */
import { arithmetic } from './arithmetic.ts'
import type { Corrector } from './correction.ts'
import { functions } from './functions.ts'
import { ignoredCase } from './ignored-case.ts'
import { beforeCondition, beforeKind, beforeValue, betweenConditions, parameterType, rowOfNames } from './insertions.ts'
import { kindWithValue } from './kinds.ts'
import { bracketedSubject, needlessBrackets, unbracketed, unquoted, valueAlone } from './lists.ts'
import { namedPart } from './named-parts.ts'
import { fieldBeforeMust } from './owners.ts'
import { lostDescription, lostIdentifier, lostVersion } from './parts.ts'
import { phraseCorrections } from './phrases.ts'
import { pathIn, scopeAsCondition } from './places.ts'
import { quotedName } from './quoted-names.ts'
import { range } from './ranges.ts'
import {
  called,
  doubled,
  groupedDigits,
  indexed,
  lastComma,
  prefixed,
  scopeBehind,
  strayComma,
  unit,
} from './removals.ts'
import { rowOfValues } from './rows.ts'
import { bracketedScopes, exceptedScope } from './scopes.ts'
import { describedKind, twoWords } from './several-words.ts'
import { spelling } from './spelling.ts'
import { stateAlone } from './states.ts'
import { use } from './uses.ts'

export { type Correction, corrected, type Failed, reached } from './correction.ts'

export const correctors: readonly Corrector[] = [
  ...[
    doubled,
    groupedDigits,
    lostVersion,
    lostIdentifier,
    parameterType,
    lostDescription,
    lastComma,
    strayComma,
    pathIn,
    scopeAsCondition,
    use,
    ignoredCase,
    unit,
    prefixed,
    fieldBeforeMust,
    rowOfNames,
    rowOfValues,
    bracketedSubject,
    valueAlone,
    unbracketed,
    needlessBrackets,
    unquoted,
    quotedName,
    bracketedScopes,
    exceptedScope,
    stateAlone,
    functions,
    indexed,
    called,
    range,
    arithmetic,
    namedPart,
    kindWithValue,
    describedKind,
    twoWords,
  ],
  ...[beforeKind, phraseCorrections, spelling, scopeBehind],
  ...[beforeValue, beforeCondition, betweenConditions],
]
