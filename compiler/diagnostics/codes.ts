/** The registry of diagnostics: every code there is, with its sentence. A stage's codes stand in a file of their own. */
import { lintsCodes } from './codes/lints.ts'
import { namesCodes } from './codes/names.ts'
import { syntaxCodes } from './codes/syntax.ts'
import { typesCodes } from './codes/types.ts'
import type { Diagnostic, Related } from './diagnostic.ts'
import type { Fix } from './fix.ts'
import type { Span } from './span.ts'

export const codes = { ...syntaxCodes, ...namesCodes, ...typesCodes, ...lintsCodes } as const

export type DiagnosticCode = keyof typeof codes

type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never

type Entry<C extends DiagnosticCode> = (typeof codes)[C]

/** What the sentence and the hint of a code need to be told. */
export type Arguments<C extends DiagnosticCode> = Readonly<
  Record<Placeholders<Entry<C>['message']> | Placeholders<Entry<C>['hint']>, string | number>
>

/** What may stand beside a sentence. */
export interface Beside {
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
}

/** A diagnostic of a code, with its placeholders filled in. An empty hint is none. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  span: Span,
  args: Arguments<C>,
  { related = [], fixes = [] }: Beside = {},
): Diagnostic {
  const entry: { severity: 'error' | 'warning'; message: string; hint?: string } = codes[code]
  const hint = entry.hint === undefined ? '' : fill(entry.hint, args)
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message, args),
    ...(hint === '' ? {} : { hint }),
    span,
    related,
    fixes,
  }
}

function fill(sentence: string, args: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]))
}
