/** What holds of the diagnostics of any text whatever. */
import assert from 'node:assert/strict'
import { diagnosticsJson, renderDiagnostics, type Span } from '../../compiler/index.ts'
import { analyse } from '../../compiler/pipeline.ts'

/** Longer than any of these texts takes, on a machine that is busy with something else, too. */
const longest = 5000

export function assertSound(text: string): void {
  const source = { path: 'fuzzed.checklist', text }
  const start = performance.now()
  const { diagnostics } = analyse([source], source.path)
  assert.ok(performance.now() - start < longest, 'it hangs')
  const inside = ({ path, start, end }: Span) =>
    assert.ok(path === source.path && start >= 0 && start <= end && end <= text.length, `${start} to ${end}`)
  for (const { span, related, fixes, message } of diagnostics) {
    assert.notEqual(message, '')
    for (const place of [span, ...related.map((each) => each.span)]) inside(place)
    for (const { edits } of fixes) {
      assert.ok(edits.length > 0)
      for (const [index, edit] of edits.entries()) {
        inside(edit.span)
        assert.ok(edit.span.start >= (edits[index - 1]?.span.end ?? 0), 'edits are in order')
      }
    }
  }
  const told = diagnostics.map(({ code, span, message }) => JSON.stringify([code, span, message]))
  assert.equal(new Set(told).size, told.length, 'one thing is told twice')
  renderDiagnostics(diagnostics, [source])
  diagnosticsJson(diagnostics, [source])
}
