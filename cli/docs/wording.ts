/** The fixed words of a page, in whatever form it is written. */
import type { Page } from './page.ts'

export const headings = {
  checks: 'What is checked',
  rationale: 'Why',
  fixes: 'How to fix',
  waive: 'How to waive',
  references: 'References',
  parameters: 'Parameters',
  terms: 'What the words mean',
} as const

export const material =
  'Unless it says otherwise, an item speaks of the repository’s own material: not of tests, generated files or ' +
  'copies of third-party code. What cannot be read makes an item undecided; it never passes in silence.'

/** A marked sentence each. */
export function waiving(
  item: Page['sections'][number]['items'][number],
  code: (text: string) => string,
): readonly string[] {
  const [parameter] = item.parameters
  return [
    ...(parameter === undefined
      ? []
      : [
          `If your rules differ, set a parameter: ${item.parameters.map((name) => code(`--parameter ${name}=…`)).join(', ')}.`,
        ]),
    `If a finding is right and accepted, dismiss its alert of the rule ${code(item.rule)} in code scanning, with the reason.`,
  ]
}
