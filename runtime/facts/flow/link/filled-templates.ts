/**
 * Files that hold credentials because the repository brings a template of them: what is copied and filled in by the
 * operator has another name than "secrets" often enough.
 *
 *     relay.conf.sample    API_TOKEN=replace-me      the template asks for a credential
 *     open("/etc/relay/relay.conf")                  so the file that the code reads holds one
 */
import { isCalledCredential } from '../../credential-names.ts'
import type { FileExtraction, Linker } from '../../link.ts'

export const filledTemplateLinker: Linker = {
  name: 'templates that are filled in',
  sets: ['file_access'],
  reads: ['setting'],
  link(extractions) {
    const filled = namesOfFilledTemplates(extractions)
    return filled.size === 0 ? extractions : extractions.map((each) => withHolders(each, filled))
  },
}

/** What a name loses, or what stands within it, when the file is copied. */
const templateMarks: readonly RegExp[] = [
  /[._-](example|sample|template|tmpl|tpl|dist)$/i,
  /[._-](example|sample|template)(?=\.[^.]+$)/i,
]

/** The names of the files that templates with credentials are copied to. */
function namesOfFilledTemplates(extractions: readonly FileExtraction[]): ReadonlySet<string> {
  const asking = extractions.filter(
    ({ file, extraction }) =>
      file.role === 'template' && (extraction.facts.setting ?? []).some(({ key }) => isCalledCredential(key)),
  )
  return new Set(
    asking.flatMap(({ file: { path } }) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return templateMarks.flatMap((mark) => (mark.test(name) ? [name.replace(mark, '')] : []))
    }),
  )
}

/** Whose name says that they are for something else keep to that. */
function withHolders(each: FileExtraction, filled: ReadonlySet<string>): FileExtraction {
  const { facts } = each.extraction
  const accesses = facts.file_access
  if (accesses === undefined) return each
  const told = accesses.map((access) =>
    access.purpose === 'other' && access.file_name !== undefined && filled.has(access.file_name)
      ? { ...access, holds: 'credentials' as const }
      : access,
  )
  return { ...each, extraction: { ...each.extraction, facts: { ...facts, file_access: told } } }
}
