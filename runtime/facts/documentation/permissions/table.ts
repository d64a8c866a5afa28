/** Rows of tables that name a path, and a mode or an owner for it. */
import type { Cell, Prose } from '../document.ts'
import { isPath, modesIn, ownersIn, type PathMention, pathsIn } from './mentions.ts'
import type { StatedPermission } from './prose.ts'

/** In UTF-16 units, of a cell. */
const longest = 1000

const modeHeader = /\b(?:modes?|permissions?|perms?|chmod|rights|access)\b/i
const ownerHeader = /\b(?:own(?:er|ers|ership)|user(?:\s*[:/]\s*group)?|chown)\b/i
const groupHeader = /\bgroups?\b/i

/** What a row states; the header says what a bare number or name is. The cell with the path is looked for from the left. */
export function statedInRow(header: readonly Cell[], cells: readonly Cell[]): StatedPermission | undefined {
  const path = pathOf(cells)
  if (path === undefined) return undefined
  const headers = new Map(header.map(({ column, content }) => [column, content.text.text]))
  let [mode, owner, group]: (string | undefined)[] = []
  for (const { column, content } of cells) {
    if (column === path.column) continue
    const [title, text] = [headers.get(column) ?? '', content.text.text.slice(0, longest)]
    mode ??= modesIn(text, modeHeader.test(title))[0]?.mode
    const named = ownersIn(text, ownerHeader.test(title) || groupHeader.test(title) || modeHeader.test(title))[0]
    owner ??= named?.owner ?? (ownerHeader.test(title) ? loneName(text) : undefined)
    group ??= named?.group ?? (groupHeader.test(title) && !ownerHeader.test(title) ? loneName(text) : undefined)
  }
  if (mode === undefined && owner === undefined && group === undefined) return undefined
  return { start: 0, end: 0, path: path.mention, mode, owner, group, negated: false }
}

function pathOf(cells: readonly Cell[]): { readonly column: number; readonly mention: PathMention } | undefined {
  for (const { column, content } of cells) {
    const [mention] = namedIn(content)
    if (mention !== undefined) return { column, mention }
  }
  return undefined
}

/** A cell names a path where it holds little else. */
function namedIn({ text: { text: whole }, code }: Prose): readonly PathMention[] {
  const text = whole.slice(0, longest)
  const trimmed = text.trim()
  if (isPath(trimmed)) return pathsIn(trimmed, [{ start: 0, end: trimmed.length }])
  return pathsIn(text, code)
}

/** "`root`" alone in its cell. */
const loneName = (text: string): string | undefined => /^["'`\s]*([a-z_][a-z0-9_-]{0,31})["'`\s]*$/.exec(text)?.[1]
