/** Files and the names that each sees: its own, and those that it takes from others with `use`. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { write } from '../../diagnostics/fix.ts'
import type { Definition, File, Name, Parameter, Use } from '../../language/tree.ts'
import { type Declared, type FileNames, isKind, isLost, isRecord } from '../context.ts'
import { listed, meantBy } from './meant.ts'

/** Every file that was read, by its path; paths have `/` and are relative to one root. */
export type Files = ReadonlyMap<string, File>

export const extension = '.checklist'

/** The file that a `use` names, from the path of the file it stands in; undefined where it would leave the root. */
export function usedPath(from: string, use: Use): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (const part of use.from.value.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined
      parts.pop()
    } else if (part !== '.' && part !== '') {
      parts.push(part)
    }
  }
  return `${parts.join('/')}${extension}`
}

/** Names that are still being gathered. */
interface Gathering extends FileNames {
  readonly names: Map<string, Declared>
  readonly lost: Set<string>
}

export class FileSet {
  readonly #files: Files
  readonly #report: (diagnostic: Diagnostic) => void
  readonly #known = new Map<string, FileNames>()
  readonly #open: string[] = []

  constructor(files: Files, report: (diagnostic: Diagnostic) => void) {
    this.#files = files
    this.#report = report
  }

  /** The names of a file, those of the files that it uses included; each file is gone through once. */
  names(path: string): FileNames | undefined {
    const known = this.#known.get(path)
    const file = this.#files.get(path)
    if (known !== undefined || file === undefined) return known
    this.#open.push(path)
    const own: Gathering = { path, file, names: new Map(), lost: new Set(file.lost.map(({ text }) => text)) }
    for (const statement of file.statements) {
      if (statement.kind === 'use') this.#take(own, statement)
      if (isDeclaration(statement)) this.#declare(own, statement.name, { node: statement, home: own })
    }
    this.#open.pop()
    this.#known.set(path, own)
    return own
  }

  /** The files that were gone through. */
  all(): readonly FileNames[] {
    return [...this.#known.values()]
  }

  #take(own: Gathering, use: Use): void {
    const other = this.#used(own, use)
    for (const name of use.names) {
      const declared = other?.names.get(name.text)
      if (declared !== undefined) {
        this.#declare(own, name, declared)
        continue
      }
      own.lost.add(name.text)
      if (other === undefined || isLost(other, name.text)) continue
      const defined = [...other.names.keys()]
      const meant = meantBy(
        name.text,
        name.span,
        defined,
        {},
        defined.length > 0 ? `It defines: ${listed(defined)}.` : '',
      )
      // The sentences below will say it right.
      for (const { edits } of meant.fixes) for (const { text } of edits) own.lost.add(text)
      const { suggestion, fixes } = meant
      this.#report(diagnose('not-in-file', name.span, { path: shownPath(use), name: name.text, suggestion }, { fixes }))
    }
  }

  #used(own: Gathering, use: Use): FileNames | undefined {
    const target = usedPath(own.path, use)
    const other = target === undefined || this.#open.includes(target) ? undefined : this.names(target)
    if (other !== undefined) return other
    const code =
      target === undefined ? 'use-outside' : this.#open.includes(target) ? 'use-cycle' : ('unknown-file' as const)
    const { span, value } = use.from
    const fixes = value.endsWith(extension) ? [write(span, JSON.stringify(value.slice(0, -extension.length)))] : []
    this.#report(diagnose(code, span, { path: shownPath(use) }, { fixes }))
    return undefined
  }

  #declare(own: Gathering, name: Name, declared: Declared): void {
    const before = own.names.get(name.text)
    if (isKind(name.text) || isRecord(name.text)) {
      this.#report(diagnose('kind-redefined', name.span, { name: name.text }))
    } else if (before === undefined) {
      own.names.set(name.text, declared)
    } else if (before.node !== declared.node) {
      const related = [{ span: before.node.name.span, message: 'first defined here' }]
      this.#report(diagnose('duplicate-name', name.span, { name: name.text }, { related }))
    }
  }
}

const shownPath = (use: Use): string => `${use.from.value}${extension}`

function isDeclaration(statement: File['statements'][number]): statement is Definition | Parameter {
  return statement.kind === 'parameter' || statement.kind.startsWith('defined')
}
