/** Explanations for a person at a terminal: each sentence, what it was said of, and the values that decided it. */
import { type Place, unreachable } from '../../compiler/index.ts'
import type {
  About,
  CheckExplanation,
  Clause,
  Explanation,
  PlaceExplanation,
  SubjectExplanation,
} from '../../runtime/interpret/explain/index.ts'
import { oneLine, type Style, visible } from './style.ts'
import { verdictMark } from './terminal.ts'

export function renderExplanation(explanation: Explanation, style: Style): string {
  const parts = [
    heading(explanation, style),
    ...appliesPart(explanation, style),
    ...nothingPart(explanation),
    ...explanation.checks.map((check) => checkPart(check, style).join('\n')),
    ...explanation.reviews.map(({ question, line, evidence }) =>
      [
        `${style.accent('?')} ${visible(question)}  ${style.faint(`checklist line ${line}`)}`,
        ...evidence.map(({ at }) => `  ${whereWords(at, style)}`),
      ].join('\n'),
    ),
    ...undecidedPart(explanation, style),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Why a place is a finding, or none. */
export function renderPlace(explanation: PlaceExplanation, style: Style): string {
  const { path, line, unread, sentences } = explanation
  const place = visible(line === undefined ? path : `${path}:${line}`)
  const parts = [
    heading(explanation, style),
    ...appliesPart(explanation, style),
    ...unread.map((reason) => style.doubtful(visible(`${path} could not be read: ${reason}.`))),
    ...sentences.map(({ sentence, line: at, subject, subjects }) => {
      const head = `${style.strong(visible(sentence))}  ${style.faint(`checklist line ${at}`)}`
      if (subjects.length === 0) return [head, `  No ${subject} is known at ${place}.`].join('\n')
      return [head, ...subjects.flatMap((each) => indented(placedPart(each, explanation, style)))].join('\n')
    }),
  ]
  return `${parts.join('\n\n')}\n`
}

const heading = ({ item, verdict }: About, style: Style): string =>
  `${verdictMark(verdict, style)} ${style.strong(item.id)} ${item.title} ${style.faint(`(${item.severity})`)}`

/** Where it does not apply. */
function appliesPart({ applies }: About, style: Style): readonly string[] {
  if (applies.every(({ holds }) => holds)) return []
  return [['It applies when:', ...applies.flatMap((clause) => indented(clauseLines(clause, style)))].join('\n')]
}

function nothingPart({ applies, verdict, checks }: Explanation): readonly string[] {
  if (applies.some(({ holds }) => !holds)) return []
  if (verdict === 'not applicable') return ['There is nothing that it could be said of.']
  return checks.length === 0 ? ['It could not be judged.'] : []
}

function undecidedPart({ undecided, checks }: Explanation, style: Style): readonly string[] {
  const lines = undecided.map(({ check, reason, path, kind }) => {
    const what = path === undefined ? reason : `${path} could not be read: ${reason}`
    const who = checks[check] === undefined ? 'the item' : `"${checks[check].sentence}"`
    const why = kind === undefined ? '' : `; it may hold facts of kind ${kind}, which could change what ${who} comes to`
    return `${style.doubtful('?')} ${visible(what)}${why}`
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function checkPart(check: CheckExplanation, style: Style): readonly string[] {
  const mark = check.isViolated ? style.bad('✗') : style.good('✓')
  return [
    `${mark} ${style.strong(visible(check.sentence))}  ${style.faint(`checklist line ${check.line}`)}`,
    `  ${summaryOf(check)}`,
    ...missingPart(check, style),
    ...check.subjects.flatMap((subject) => ['', ...indented(subjectPart(subject, style))]),
  ]
}

/** Where too little is there, a finding stands at no subject. */
function missingPart({ missing }: CheckExplanation, style: Style): readonly string[] {
  if (missing === undefined) return []
  return [`  ${whereWords(missing.at, style)}`, `  ${style.bad(oneLine(missing.message))}`]
}

function summaryOf({ examined, matched, subject, form, isViolated, subjects }: CheckExplanation): string {
  const looked =
    examined === 1 ? `1 ${subject} comes into question` : `${examined} ${plural(subject)} come into question`
  const isOne = matched <= 1
  const isFinding = form === 'no' || form === 'every'
  const counted = isFinding ? (isOne ? 'is a finding' : 'are findings') : isOne ? 'counts' : 'count'
  const isCut = isViolated && subjects.length > 0 && matched > subjects.length
  return `${looked}, ${matched === 0 ? 'none' : matched} ${counted}${isCut ? `; the first ${subjects.length}:` : '.'}`
}

const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(s|x|ch)$/.test(noun) ? `${noun}es` : `${noun}s`

function subjectPart(subject: SubjectExplanation, style: Style): readonly string[] {
  return [
    `${whereWords(subject.at, style)} ${oneLine(subject.what)}`,
    ...(subject.message === undefined ? [] : [style.bad(oneLine(subject.message))]),
    ...subject.clauses.flatMap((clause) => indented(clauseLines(clause, style))),
  ]
}

function placedPart(subject: SubjectExplanation, place: PlaceExplanation, style: Style): readonly string[] {
  const [head, ...rest] = subjectPart(subject, style)
  return [head as string, outcomeWords(subject, place, style), ...rest]
}

function outcomeWords({ outcome }: SubjectExplanation, { file }: PlaceExplanation, style: Style): string {
  switch (outcome) {
    case 'finding':
      return style.bad('It is a finding.')
    case 'satisfies':
      return style.good('It was looked at and is as it must be:')
    case 'counts':
      return 'It was looked at and counts:'
    case 'does not count':
      return 'It was looked at and is none, because:'
    case 'not looked at': {
      const more = [file?.vendored === true ? ', vendored' : '', file?.generated === true ? ', generated' : '']
      const what = file === undefined ? '' : `: its file is ${file.role}, ${file.language}${more.join('')}`
      return style.doubtful(`It was not looked at${what}.`)
    }
    default:
      return unreachable(outcome)
  }
}

function clauseLines(clause: Clause, style: Style): readonly string[] {
  const { says, holds, found, parts, range } = clause
  const mark = holds ? '✓' : '✗'
  const values = found
    .map(({ name, value }) => (value === undefined ? `${name} is missing` : `${name} is ${value}`))
    .filter((words) => words !== says)
  const beside = values.length === 0 ? '' : style.faint(`   ${visible(values.join(', '))}`)
  return [
    `${mark} ${visible(says)}${beside}`,
    ...parts.flatMap((part) => indented(clauseLines(part, style))),
    ...(range === undefined ? [] : indented(rangeLines(range, style))),
  ]
}

function rangeLines({ examined, matched, shown }: NonNullable<Clause['range']>, style: Style): readonly string[] {
  return [
    style.faint(`${examined} looked at, ${matched} ${matched === 1 ? 'matches' : 'match'}`),
    ...shown.flatMap(({ what, at, clauses }) => [
      `${oneLine(what)} ${style.faint(at === undefined ? '' : placeWords(at))}`.trimEnd(),
      ...clauses.flatMap((clause) => indented(clauseLines(clause, style))),
    ]),
  ]
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

const whereWords = (at: Place | undefined, style: Style): string =>
  at === undefined ? '' : style.accent(placeWords(at))

const placeWords = ({ path, line, column }: Place): string => visible(`${path}:${line}:${column}`)
