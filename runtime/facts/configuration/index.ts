/** Configuration: settings, and the addresses in them. What is a comment sets nothing. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap, LocalFact } from '../extractor.ts'
import { isPlaceholder } from '../placeholder.ts'
import { isMentioned, urlsIn } from '../urls.ts'
import { withoutComments, withoutMarkupComments } from './comments.ts'
import { formatOf } from './formats.ts'
import type { Trouble } from './setting.ts'

const kinds: readonly KindName[] = ['setting', 'url']

export const configurationExtractor: Extractor = {
  name: 'configuration',
  kinds,
  reads: (file) => formatOf(file) !== undefined,
  extract,
}

async function extract(input: FileInput): Promise<Extraction> {
  const { file, text, lines, wanted } = input
  const format = formatOf(file)
  const settings = wanted.has('setting') ? await format?.read(withoutMarkupComments(text)) : undefined
  const urls = wanted.has('url') ? urlsIn(withoutComments(text, file.language)) : []
  return {
    facts: {
      setting: (settings?.settings ?? []).map(({ start, end, ...setting }): LocalFact<'setting'> => {
        const placeholder = setting.value !== undefined && isPlaceholder(setting.value)
        return { at: lines.placeOf(start, end), ...setting, format: format!.name, placeholder }
      }),
      url: urls.map(({ start, end, fields }) => ({
        at: lines.placeOf(start, end),
        ...fields,
        ...(isMentionedInValue(text, start, end) ? { role: 'identifier' as const } : {}),
      })),
    },
    undecided: settings?.trouble === undefined ? [] : [gapOf(settings.trouble, input)],
  }
}

/** Of several values on one line, each is read by itself. */
function isMentionedInValue(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start)
  const opening = start - before.length + before.lastIndexOf('"') + 1
  const closing = text.indexOf('"', end)
  const value = text.slice(opening, closing < 0 ? text.length : closing)
  return isMentioned(value, start - opening, end - opening)
}

const gapOf = ({ what, start }: Trouble, { lines }: FileInput): Gap => ({
  reason: `${what}, from line ${lines.placeOf(start, start).line} on`,
  kinds: ['setting'],
})
