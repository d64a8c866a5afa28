/** The outline of a file: one checklist line, sections, and items with identifiers of their own. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Checklist, File, Item, Name, Section, Statement } from '../../language/tree.ts'
import type { FileNames } from '../context.ts'

type Report = (diagnostic: Diagnostic) => void

/** The checklist line of `home`; what the others say is that they are no checklists. */
export function checkOutline(home: FileNames, all: readonly FileNames[], report: Report): Checklist | undefined {
  for (const { path, file } of all) if (path !== home.path) checkShared(file, report)
  const { file } = home
  const [header, second] = of(file, 'checklist')
  const [, secondAbout] = of(file, 'about')
  if (header === undefined) {
    // It may be what does not parse.
    if (!file.damaged) report(diagnose('no-checklist', { ...file.span, end: file.span.start }, {}))
    return undefined
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(header.id.text)) {
    const { text: id, span } = header.id
    const apart = id.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    const meant = (apart.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')
    report(diagnose('bad-checklist-id', span, { id }, { fixes: [write(span, meant)] }))
  }
  if (second !== undefined) report(diagnose('second-checklist', second.span, {}))
  if (secondAbout !== undefined) report(diagnose('second-about', secondAbout.span, {}))
  checkIdentifiers(
    of(file, 'section').map(({ id }) => id),
    'section',
    report,
  )
  checkIdentifiers(
    of(file, 'item').map(({ id }) => id),
    'item',
    report,
  )
  checkFormer(of(file, 'item'), report)
  return header
}

function of<K extends Statement['kind']>(file: File, kind: K): readonly Extract<Statement, { kind: K }>[] {
  return file.statements.filter((statement): statement is Extract<Statement, { kind: K }> => statement.kind === kind)
}

/** A file that others use, and that is no checklist itself, has no items: nobody would ever ask for them. */
function checkShared(file: File, report: Report): void {
  if (file.damaged || of(file, 'checklist').length > 0) return
  const [stray] = file.statements.filter(({ kind }) => kind === 'item' || kind === 'section' || kind === 'about')
  if (stray === undefined) return
  const { span } = 'id' in stray ? stray.id : stray
  report(diagnose('outside-checklist', span, { word: stray.kind }))
}

function checkIdentifiers(ids: readonly Name[], what: string, report: Report): void {
  const seen = new Map<string, Name>()
  for (const id of ids) {
    const before = seen.get(id.text)
    if (before === undefined) {
      seen.set(id.text, id)
    } else {
      const related = [{ span: before.span, message: 'first defined here' }]
      report(diagnose('duplicate-identifier', id.span, { what, id: id.text }, { related }))
    }
  }
}

/** Old waivers follow a former identifier to one item, which has to be the only one to claim it. */
function checkFormer(items: readonly Item[], report: Report): void {
  const claimed = new Map(items.map(({ id }) => [id.text, id]))
  for (const { clauses } of items) {
    for (const id of clauses.flatMap((clause) => (clause.kind === 'was' ? clause.ids : []))) {
      const before = claimed.get(id.text)
      const related = before === undefined ? [] : [{ span: before.span, message: 'it stands here, too' }]
      if (before !== undefined) report(diagnose('former-in-use', id.span, { id: id.text }, { related }))
      claimed.set(id.text, before ?? id)
    }
  }
}

/** The items of each section; those above the first have none. */
export function sectionsOf(file: File): readonly { readonly section?: Section; readonly items: readonly Item[] }[] {
  const sections: { readonly section?: Section; readonly items: Item[] }[] = [{ items: [] }]
  for (const statement of file.statements) {
    if (statement.kind === 'section') sections.push({ section: statement, items: [] })
    if (statement.kind === 'item') sections.at(-1)?.items.push(statement)
  }
  return sections
}
