/** Configuration: settings, and the addresses in them. What is a comment sets nothing. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Language, LocalFact } from '../extractor.ts'
import { isPlaceholder } from '../placeholder.ts'
import { urlsIn } from '../urls.ts'
import { assignmentsIn } from './assignments.ts'
import { withoutComments, withoutMarkupComments } from './comments.ts'
import { jsonSettings } from './json.ts'
import { sectionedSettings } from './sections.ts'
import type { FoundSetting } from './setting.ts'
import { yamlSettings } from './yaml.ts'

const kinds: readonly KindName[] = ['setting', 'url']

type Format = LocalFact<'setting'>['format']

interface Reader {
  readonly format: Format
  readonly read: (text: string) => readonly FoundSetting[]
}

const readers: { readonly [L in Language]?: Reader } = {
  ini: { format: 'ini', read: (text) => sectionedSettings(text, false) },
  toml: { format: 'toml', read: (text) => sectionedSettings(text, true) },
  yaml: { format: 'yaml', read: yamlSettings },
  json: { format: 'json', read: jsonSettings },
  text: { format: 'assignment', read: assignmentsIn },
  dockerfile: { format: 'assignment', read: () => [] },
}

export const configurationExtractor: Extractor = {
  name: 'configuration',
  kinds,
  reads: ({ language, role }) =>
    language === 'text' ? role === 'configuration' || role === 'template' : readers[language] !== undefined,
  extract,
}

function extract({ file, text, lines }: FileInput): Extraction {
  const { format, read } = readers[file.language] ?? readers.text!
  const settings = read(withoutMarkupComments(text))
  const urls = urlsIn(withoutComments(text, file.language))
  return {
    facts: {
      setting: settings.map(({ start, end, ...setting }) => ({
        at: lines.placeOf(start, end),
        ...setting,
        format,
        placeholder: isPlaceholder(setting.value),
      })),
      url: urls.map(({ start, end, fields }) => ({ at: lines.placeOf(start, end), ...fields })),
    },
    undecided: [],
  }
}
