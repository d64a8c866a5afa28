/** Items that say the same: whoever mends a finding of one has mended that of the other. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { TypedItem } from '../typed.ts'
import { Canonical } from './canonical.ts'

export function lintItems(items: readonly TypedItem[], report: (diagnostic: Diagnostic) => void): void {
  const canonical = new Canonical()
  const seen = new Map<number, TypedItem>()
  for (const item of items) {
    if (item.checks.length === 0) continue
    const number = canonical.numberOf([
      item.applies === undefined ? undefined : canonical.of(item.applies.condition),
      ...item.checks.map((check) => saidBy(canonical, check)).toSorted((a, b) => a - b),
      ...item.reviews.map(({ question, when }) => [question, when && canonical.of(when.where)]),
    ])
    const before = seen.get(number)
    if (before !== undefined) {
      const related = [{ span: before.span, message: 'the other one' }]
      report(diagnose('same-items', item.span, { id: item.id, other: before.id }, { related }))
    }
    seen.set(number, before ?? item)
  }
}

function saidBy(canonical: Canonical, { form, count, subject, where, must }: TypedItem['checks'][number]): number {
  const said = [form, count, canonical.subject(subject), canonical.of(where), must && canonical.of(must)]
  return canonical.numberOf(said)
}
