/** Files that say which programs are started, and when: Makefiles, crontabs, systemd services. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap, ListedFile, LocalFact } from '../extractor.ts'
import { MappedText } from '../mapped-text.ts'
import { type Embedding, embeddedShellFacts } from '../shell/embedded.ts'
import { cronLinesIn } from './crontab.ts'
import { recipesIn } from './makefile.ts'
import { serviceIn } from './unit.ts'

const kinds: readonly KindName[] = ['command', 'permission']

export const taskExtractor: Extractor = {
  name: 'tasks',
  kinds,
  reads: (file) => readerOf(file) !== undefined,
  extract: (input) => readerOf(input.file)?.(input) ?? { facts: {}, undecided: [] },
}

type Reader = (input: FileInput) => Extraction

function readerOf({ path, name, extension, role }: ListedFile): Reader | undefined {
  if (role === 'documentation') return undefined
  if (/^(gnu)?makefile(\..+)?$/i.test(name) || extension === 'mk') return makefile
  if (isSystemCrontab(path) || /^crontab(\.|$)/i.test(name) || extension === 'cron' || extension === 'crontab')
    return crontab
  return extension === 'service' ? service : undefined
}

const isSystemCrontab = (path: string): boolean => /(^|\/)(cron\.d\/[^/]+|etc\/crontab)$/.test(path)

interface Embedded extends Embedding {
  readonly text: MappedText
}

function makefile(input: FileInput): Extraction {
  return factsOf(
    input,
    recipesIn(input.text).map((text) => ({ text, found_in: 'script' })),
  )
}

function crontab(input: FileInput): Extraction {
  const { lines, trouble } = cronLinesIn(input.text, isSystemCrontab(input.file.path))
  const texts = lines.map(({ user, start, end }): Embedded => {
    const text = MappedText.of(input.text, start, end)
    return { text, found_in: 'cron', ...(user === undefined ? {} : { user }) }
  })
  const extraction = factsOf(input, texts)
  if (trouble === undefined) return extraction
  const { line } = input.lines.placeOf(trouble, trouble)
  const gap: Gap = { reason: `holds a line that is none of a crontab, at line ${line}`, kinds }
  return { ...extraction, undecided: [...extraction.undecided, gap] }
}

function service(input: FileInput): Extraction {
  const { user, commands } = serviceIn(input.text)
  return factsOf(
    input,
    commands.map((text) => ({ text, found_in: 'unit', ...(user === undefined ? {} : { user }) })),
  )
}

function factsOf(input: FileInput, texts: readonly Embedded[]): Extraction {
  const command: LocalFact<'command'>[] = []
  const permission: LocalFact<'permission'>[] = []
  const undecided: Gap[] = []
  for (const { text, ...embedding } of texts) {
    const facts = embeddedShellFacts(input, text, embedding)
    command.push(...facts.command)
    permission.push(...facts.permission)
    undecided.push(...facts.undecided)
  }
  return { facts: { command, permission }, undecided }
}
