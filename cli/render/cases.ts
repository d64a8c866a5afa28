/** Results of cases: for people, as JSON, and as JUnit's XML for whatever shows tests. */
import { unreachable } from '../../compiler/index.ts'
import type { CaseResult, Difference } from '../../runtime/cases/index.ts'
import { count } from './diagnostics.ts'
import { type Style, visible } from './style.ts'

export const caseFormats = ['terminal', 'json', 'junit'] as const
export type CaseFormat = (typeof caseFormats)[number]

/** `duration` of the whole run, in milliseconds. */
export function renderCases(
  results: readonly CaseResult[],
  duration: number,
  format: CaseFormat,
  style: Style,
): string {
  switch (format) {
    case 'terminal':
      return terminal(results, duration, style)
    case 'json':
      return json(results, duration)
    case 'junit':
      return junit(results, duration)
    default:
      return unreachable(format)
  }
}

const failed = ({ differences }: CaseResult): boolean => differences.length > 0

function terminal(results: readonly CaseResult[], duration: number, style: Style): string {
  const bad = results.filter(failed)
  const seconds = (duration / 1000).toFixed(1)
  const outcome = bad.length === 0 ? style.good('all as expected') : style.bad(`${bad.length} not as expected`)
  return [
    ...bad.map((result) => `${failure(result, style)}\n\n`),
    `${style.strong(`${count(results.length, 'case')}:`)} ${outcome} ${style.faint(`(${seconds} s)`)}\n`,
  ].join('')
}

/**
 *     FAIL NET-01/fail-in-a-script
 *         verdict  expected fail
 *                  got      pass
 */
function failure({ case: { name, folder }, differences, reasons }: CaseResult, style: Style): string {
  return [
    `${style.bad('FAIL')} ${style.strong(name)} ${style.faint(folder)}`,
    ...differences.flatMap((difference) => differenceLines(difference, style)),
    ...reasons.map((reason) => `    ${style.faint(visible(reason))}`),
  ].join('\n')
}

const [widestWhat, widestSide] = ['messages'.length, 'expected'.length]

function differenceLines({ what, expected, got }: Difference, style: Style): readonly string[] {
  const side = (label: string, text: string, paint: Style['bad'], first: string) =>
    text.split('\n').map((line, index) => {
      const [named, labelled] = index === 0 ? [first, label] : ['', '']
      return `    ${named.padEnd(widestWhat)}  ${style.faint(labelled.padEnd(widestSide))} ${paint(visible(line))}`
    })
  return [...side('expected', expected, style.good, what), ...side('got', got, style.bad, '')]
}

function json(results: readonly CaseResult[], duration: number): string {
  const cases = results.map(({ case: { name, item, folder }, differences, reasons, duration: taken }) => ({
    name,
    item,
    folder,
    passed: differences.length === 0,
    differences,
    reasons,
    milliseconds: Math.round(taken),
  }))
  return `${JSON.stringify({ cases, milliseconds: Math.round(duration) }, undefined, 2)}\n`
}

function junit(results: readonly CaseResult[], duration: number): string {
  const items = [...new Set(results.map(({ case: { item } }) => item))]
  const suites = items.flatMap((item) => {
    const own = results.filter((result) => result.case.item === item)
    const counts = `tests="${own.length}" failures="${own.filter(failed).length}"`
    return [`  <testsuite name="${xml(item)}" ${counts}>`, ...own.flatMap(testcase), '  </testsuite>']
  })
  const counts = `tests="${results.length}" failures="${results.filter(failed).length}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="proviso" ${counts} time="${(duration / 1000).toFixed(3)}">`,
    ...suites,
    '</testsuites>\n',
  ].join('\n')
}

function testcase({ case: { name, item, folder }, differences, reasons, duration }: CaseResult): readonly string[] {
  const [, own = name] = name.split(/\/(.*)/)
  const head = `<testcase classname="${xml(item)}" name="${xml(own)}" file="${xml(folder)}" time="${(duration / 1000).toFixed(3)}"`
  if (differences.length === 0) return [`    ${head}/>`]
  const told = differences.map(({ what, expected, got }) => `${what}: expected ${expected}\n${what}: got ${got}`)
  const short = differences.map(({ what }) => what).join(', ')
  return [
    `    ${head}>`,
    `      <failure message="${xml(`not as expected: ${short}`)}">${xml([...told, ...reasons].join('\n'))}</failure>`,
    '    </testcase>',
  ]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters have no form in XML at all. */
const xml = (text: string): string =>
  visible(text.replaceAll('\n', '\u0000'))
    .replaceAll('\\u{0}', '\n')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
