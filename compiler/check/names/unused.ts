/** Names that nothing uses. What does not parse might use them, so that nothing is said beside other mistakes. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Checking, Declared, FileNames } from '../context.ts'

export function checkUnused(checking: Checking, home: FileNames): void {
  if (home.file.damaged) return
  const taken = home.file.statements.flatMap((statement) => (statement.kind === 'use' ? statement.names : []))
  for (const [name, declared] of home.names) {
    if (isUsed(checking, declared)) continue
    const span = taken.find(({ text }) => text === name)?.span ?? declared.node.name.span
    checking.report(diagnose('unused-name', span, { name }))
  }
}

function isUsed({ parameters, used }: Checking, { node }: Declared): boolean {
  return node.kind === 'parameter' ? parameters.has(node) : used.has(node)
}
