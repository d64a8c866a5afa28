/** Syntax trees → the typed checklist. One run reports every mistake; an item that has one is left out of the result. */
import { type DiagnosticCode, diagnose } from '../diagnostics/codes.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostics/diagnostic.ts'
import { Lines } from '../diagnostics/lines.ts'
import type { Source } from '../diagnostics/span.ts'
import type { Checklist, Parameter } from '../language/tree.ts'
import type { Checking, FileNames } from './context.ts'
import { checkItem, type ItemContext } from './items/items.ts'
import { lintItems } from './lints/items.ts'
import { checkDeclared } from './names/definitions.ts'
import { FileSet, type Files } from './names/files.ts'
import { checkOutline, sectionsOf } from './names/outline.ts'
import { checkUnused } from './names/unused.ts'
import type { TypedChecklist, TypedDefinition, TypedItem } from './typed.ts'
import { checkParameter } from './values/parameters.ts'

export { extension, usedPath } from './names/files.ts'

/**
 * `source` is the text of the checklist, whose tree stands in `files` under the same path, beside every file that it
 * uses, by way of others too. Undefined where the file is no checklist.
 */
export function check(files: Files, source: Source): Outcome<TypedChecklist | undefined> {
  const diagnostics = new Map<string, Diagnostic>()
  // A definition that is looked at from several sides has its mistakes said once.
  const report = (diagnostic: Diagnostic) =>
    diagnostics.set(JSON.stringify([diagnostic.code, diagnostic.span, diagnostic.message]), diagnostic)
  const checking: Checking = {
    report,
    typed: new Map(),
    named: new Map(),
    lists: new Map(),
    open: new Set(),
    taken: new Set(),
    parameters: new Set(),
    used: new Set(),
    places: new Map(),
  }
  const set = new FileSet(files, report)
  const home = set.names(source.path)
  const header = home && checkOutline(home, set.all(), report)
  const lines = new Lines(source.text)
  const value = home && header && checklistOf(checking, home, header, lines)
  // Without its first line it is no checklist, and its items have their mistakes all the same.
  if (home !== undefined && header === undefined) itemsOf(checking, home, lines)
  for (const file of set.all()) checkDefinitions(checking, file)
  const found = () => [...diagnostics.values()]
  if (home === undefined || home.file.damaged || hasErrors(found())) {
    return { value, diagnostics: found().filter(({ code }) => !finishing.includes(code)) }
  }
  checkUnused(checking, home)
  return { value, diagnostics: found() }
}

/** What is said of a checklist that has no mistakes: none of it is of use to who is still mending those. */
const finishing: readonly DiagnosticCode[] = ['no-message', 'same-items']

/** What nothing uses is checked all the same. */
function checkDefinitions(checking: Checking, file: FileNames): void {
  for (const declared of file.names.values()) if (declared.home === file) checkDeclared(checking, declared)
}

function checklistOf(checking: Checking, home: FileNames, header: Checklist, lines: Lines): TypedChecklist {
  const items = itemsOf(checking, home, lines)
  lintItems(items, checking.report)
  const about = home.file.statements.find((statement) => statement.kind === 'about')
  return {
    id: header.id.text,
    version: header.version.value,
    title: header.title.value,
    about: about?.text.value ?? '',
    parameters: parametersOf(checking, home).map((node) => checkParameter(node, checking.report)),
    definitions: definitionsOf(checking),
    items,
  }
}

const definitionsOf = ({ typed }: Checking): readonly TypedDefinition[] =>
  [...typed.values()].filter((definition) => definition !== undefined)

function itemsOf(checking: Checking, home: FileNames, lines: Lines): readonly TypedItem[] {
  return sectionsOf(home.file).flatMap(({ section, items }) => {
    const named = section && { id: section.id.text, title: section.title.value }
    const context: ItemContext = { checking, home, lines, definitions: checking.named, section: named }
    return items.flatMap((item) => checkItem(context, item) ?? [])
  })
}

/** The checklist's own parameters, and those that definitions from elsewhere use: each needs a name of its own. */
function parametersOf(checking: Checking, home: FileNames): readonly Parameter[] {
  const own = [...home.names.values()].flatMap(({ node }) => (node.kind === 'parameter' ? [node] : []))
  const byName = new Map<string, Parameter>()
  for (const node of new Set([...own, ...checking.parameters])) {
    const before = byName.get(node.name.text)
    if (before === undefined) {
      byName.set(node.name.text, node)
    } else {
      const related = [{ span: node.name.span, message: 'and here, in a file that is used' }]
      checking.report(diagnose('duplicate-parameter', before.name.span, { name: node.name.text }, { related }))
    }
  }
  return [...byName.values()]
}
