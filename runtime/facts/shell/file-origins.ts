/** What a file that a script reads says of a value that comes from it. */
import { baseName, type EvaluatedWord, type WordOrigin } from '../commands/evaluate.ts'
import { filePurposeOf } from '../path-role.ts'

/** Where systemd puts the credentials of a unit. */
export const systemd = 'CREDENTIALS_DIRECTORY'

/** By any of the paths that a word may stand for; a variable may say by its name what it leads to: `$STATE_FILE`. */
export function fileOrigin({ word, text, candidates, origins }: EvaluatedWord): WordOrigin {
  const isSystemd = candidates.some((each) => each.includes(systemd)) || origins.some(({ name }) => name === systemd)
  if (isSystemd) return { form: 'file', path: `$${systemd}/${baseName(text)}`, text: word.text, purpose: 'other' }
  const purpose = purposeOfPath(word.text, candidates)
  return { form: 'file', path: text, text: word.text, purpose }
}

export function purposeOfPath(written: string, candidates: readonly string[]): ReturnType<typeof filePurposeOf> {
  const told = candidates.map(filePurposeOf).find((purpose) => purpose !== 'other')
  const variable = /^["']?\$\{?(\w+)\}?["']?$/.exec(written)?.[1]
  return told ?? (variable === undefined ? 'other' : filePurposeOf(variable))
}
