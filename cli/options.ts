/** Options that several commands have, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander'
import { defaultChecklist } from './checklists.ts'
import { diagnosticFormats } from './render/diagnostics.ts'

/** For options that may be given again. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** A whole number from 1 on. @throws InvalidArgumentError, which commander tells with the option's name. */
export function positive(value: string): number {
  const number = Number(value)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It has to be a whole number from 1 on.')
}

export const checklistOption = (): Option =>
  new Option('--checklist <name>', 'a built-in checklist, a file or a folder; may be given again')
    .argParser(collect)
    .default([], defaultChecklist)

export const excludeOption = (): Option =>
  new Option('--exclude <pattern>', 'leave files out, as in a .gitignore of the folder; may be given again')
    .argParser(collect)
    .default([], 'nothing')

export const outputOption = (what: string): Option => new Option('--output <file>', what)

export const diagnosticsFormatOption = (): Option =>
  new Option('--format <format>', 'how mistakes are written').choices(diagnosticFormats).default('terminal')
