/** `path among [...]`: paths that a checklist asks about, whether there is such a file or not. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Subject as SubjectNode } from '../../language/tree.ts'
import type { Frame } from '../context.ts'
import type { Domain } from '../typed.ts'
import { listOf } from '../values/lists.ts'
import { isFixed } from '../values/value-types.ts'

/** The extraction plan has to know the paths, so that they stand in the checklist or in its parameters. */
export function probes(frame: Frame, node: SubjectNode, among: SubjectNode['among']): Domain | undefined {
  const { report } = frame.checking
  if (node.of.text !== 'path') {
    report(diagnose('among-needs-path', node.of.span, {}))
    return undefined
  }
  if (among === undefined) {
    report(diagnose('path-needs-among', node.of.span, {}))
    return undefined
  }
  if (node.scopes.length > 0 || node.anywhere) report(diagnose('no-scope', node.span, { kind: 'path' }))
  const list = listOf(frame, among)
  if (list === undefined) return undefined
  if (list.kind === 'parameter') {
    if (list.type.kind === 'text') return { kind: 'probes', values: { parameter: list.name } }
    report(diagnose('path-is-text', among.span, {}))
    return undefined
  }
  if (list.values.length === 0) report(diagnose('never-holds', among.span, {}))
  const wrong = list.values.filter(({ value, type }) => type.kind !== 'text' || !isFixed(value))
  for (const { span } of wrong) report(diagnose('path-is-text', span, {}))
  return wrong.length > 0 ? undefined : { kind: 'probes', values: list.values.map(({ value }) => value) }
}
