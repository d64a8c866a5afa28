/** Settings that a document shows: lines such as `SELINUX=disabled`. */
import { words } from '../classify/words.ts'
import { assignmentsIn } from '../configuration/assignments.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import type { MappedText } from '../mapped-text.ts'
import { isPlaceholder } from '../placeholder.ts'

const assigning =
  words(`inline sh bash shell zsh ksh console text txt plain ini env dotenv properties conf config cfg toml
  systemd desktop`)

const shells = words('inline sh bash shell zsh ksh console')

/** The settings in a text, or in a part of it; "inline" is the language of code within a sentence. */
export function settingFacts(
  { lines }: FileInput,
  text: MappedText,
  language: string,
  start = 0,
  end = text.text.length,
): readonly LocalFact<'setting'>[] {
  if (language !== '' && !assigning.has(language)) return []
  return assignmentsIn(text.text.slice(start, end)).flatMap((setting) => {
    // The assignments of a command go before it: `LEVEL=1 ./run.sh`, `LEVEL=1 \`.
    const written = text.text.slice(start + setting.start, start + setting.end).replace(/^[^=]*=\s?/, '')
    const isPrefix = /\\$/.test(written) || (shells.has(language) && /^[^"'\s]+\s/.test(written))
    if (isPrefix) return []
    const range = text.rangeOf(start + setting.start, start + setting.end)
    const at = lines.placeOf(range.start, range.end)
    return [
      {
        at,
        key: setting.key,
        value: setting.value,
        format: 'assignment' as const,
        placeholder: isPlaceholder(setting.value),
      },
    ]
  })
}
