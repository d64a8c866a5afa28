/** Syntax trees → the typed checklist. One run reports every mistake; an item that has one is left out of the result. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { Lines } from '../diagnostics/lines.ts'
import type { Source } from '../diagnostics/span.ts'
import type { Item, Section } from '../language/tree.ts'
import type { Checking, FileNames } from './context.ts'
import { definitionOf } from './definitions.ts'
import { FileSet, type Files } from './files.ts'
import { checkItem } from './items.ts'
import { checkParameter } from './parameters.ts'
import type { TypedChecklist, TypedDefinition, TypedItem } from './typed.ts'

export { extension, usedPath } from './files.ts'

/** `source` is the text of the checklist, whose tree stands in `files` under the same path. */
export function check(files: Files, source: Source): Outcome<TypedChecklist | undefined> {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const checking: Checking = {
    report,
    typed: new Map(),
    open: new Set(),
    taken: new Set(),
    parameters: new Set(),
    used: new Set(),
  }
  const home = new FileSet(files, report).names(source.path)
  const [header, second] = home?.file.statements.filter((statement) => statement.kind === 'checklist') ?? []
  if (home === undefined || header === undefined) {
    report(diagnose('no-checklist', { path: source.path, start: 0, end: 0 }, {}))
    return { value: undefined, diagnostics }
  }
  if (second !== undefined) report(diagnose('second-checklist', second.span, {}))
  const items = checkItems(checking, home, new Lines(source.text))
  checkUnused(checking, home)
  const about = home.file.statements.find((statement) => statement.kind === 'about')
  return {
    value: {
      id: header.id.text,
      version: header.version.value,
      title: header.title.value,
      about: about?.text.value ?? '',
      parameters: [...parametersOf(checking, home)].map((node) => checkParameter(node, report)),
      definitions: definitionsOf(checking),
      items,
    },
    diagnostics,
  }
}

const definitionsOf = ({ typed }: Checking): readonly TypedDefinition[] =>
  [...typed.values()].filter((definition) => definition !== undefined)

function checkItems(checking: Checking, home: FileNames, lines: Lines): readonly TypedItem[] {
  const items: TypedItem[] = []
  const seen = new Map<string, Item>()
  let section: Section | undefined
  for (const statement of home.file.statements) {
    if (statement.kind === 'section') section = statement
    if (statement.kind !== 'item') continue
    const before = seen.get(statement.id.text)
    if (before !== undefined) {
      const related = [{ span: before.id.span, message: 'first defined here' }]
      checking.report(diagnose('duplicate-item', statement.id.span, { id: statement.id.text }, related))
    }
    seen.set(statement.id.text, statement)
    const typed = checkItem(
      {
        checking,
        home,
        lines,
        definitions: () => new Map(definitionsOf(checking).map((definition) => [definition.name, definition])),
        section: section === undefined ? undefined : { id: section.id.text, title: section.title.value },
      },
      statement,
    )
    if (typed !== undefined) items.push(typed)
  }
  return items
}

/** Definitions of the checklist itself that nothing uses are checked all the same, and said to be unused. */
function checkUnused(checking: Checking, home: FileNames): void {
  for (const declared of home.names.values()) {
    const { node } = declared
    if (node.kind === 'parameter' || declared.home !== home || checking.used.has(node)) continue
    if (node.kind !== 'defined value') definitionOf(checking, declared, node)
    checking.report(diagnose('unused-definition', node.name.span, { name: node.name.text }))
  }
}

/** The checklist's own parameters, and those that definitions from elsewhere use. */
function parametersOf(checking: Checking, home: FileNames) {
  const own = [...home.names.values()].flatMap(({ node }) => (node.kind === 'parameter' ? [node] : []))
  return new Set([...own, ...checking.parameters])
}
