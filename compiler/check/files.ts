/** Files and the names that each sees: its own, and those that it takes from others with `use`. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Definition, File, Name, Parameter, Use } from '../language/tree.ts'
import { kinds } from '../schema/kinds.ts'
import { type Declared, type FileNames, isLost } from './context.ts'

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
    const names = new Map<string, Declared>()
    const own: FileNames = { path, file, names }
    for (const statement of file.statements) {
      if (statement.kind === 'use') this.#take(path, statement, names)
      if (isDeclaration(statement)) this.#declare(names, statement.name, { node: statement, home: own })
    }
    this.#open.pop()
    this.#known.set(path, own)
    return own
  }

  #take(path: string, use: Use, names: Map<string, Declared>): void {
    const target = usedPath(path, use)
    const shown = `${use.from.value}${extension}`
    if (target === undefined) return this.#report(diagnose('use-outside', use.from.span, { path: shown }))
    if (this.#open.includes(target)) return this.#report(diagnose('use-cycle', use.from.span, { path: shown }))
    const other = this.names(target)
    if (other === undefined) return this.#report(diagnose('unknown-file', use.from.span, { path: shown }))
    for (const name of use.names) {
      const declared = other.names.get(name.text)
      if (declared === undefined && isLost(other, name.text)) continue
      if (declared === undefined) {
        const suggestion = didYouMean(name.text, other.names.keys())
        this.#report(diagnose('not-in-file', name.span, { path: shown, name: name.text, suggestion }))
      } else {
        this.#declare(names, name, declared)
      }
    }
  }

  #declare(names: Map<string, Declared>, name: Name, declared: Declared): void {
    const before = names.get(name.text)
    if (before !== undefined && before.node !== declared.node) {
      const related = [{ span: before.node.name.span, message: 'first defined here' }]
      this.#report(diagnose('duplicate-name', name.span, { name: name.text }, related))
    } else if (Object.hasOwn(kinds, name.text)) {
      this.#report(diagnose('duplicate-name', name.span, { name: name.text }))
    } else {
      names.set(name.text, declared)
    }
  }
}

function isDeclaration(statement: File['statements'][number]): statement is Definition | Parameter {
  return statement.kind === 'parameter' || statement.kind.startsWith('defined')
}
