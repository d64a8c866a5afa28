/** Credentials in any text: by their form, by their name, and those that everybody knows. */
import type { Extraction, Extractor, FileInput, LocalFact } from '../extractor.ts'
import { bits } from '../placeholder.ts'
import { commandOptionsIn } from './command-options.ts'
import { commentsIn, type Span } from './comments.ts'
import { defaultPairsIn, isDefaultPair, isLoneDefault } from './defaults.ts'
import type { FoundSecret } from './found-secret.ts'
import { judge } from './judge.ts'
import { namedValuesIn } from './named-values.ts'
import { redacted } from './redacted.ts'

export const secretExtractor: Extractor = {
  name: 'secrets',
  kinds: ['secret'],
  reads: () => true,
  extract,
}

async function extract({ file, text, lines }: FileInput): Promise<Extraction> {
  const { knownFormatsIn } = await import('./known-formats.ts')
  const isCode = file.role === 'code' || ['python', 'javascript', 'typescript', 'other'].includes(file.language)
  const found = withoutOverlaps([
    ...(await knownFormatsIn(text)),
    ...defaultPairsIn(text),
    ...namedSecrets(text, isCode),
  ])
  const inComment = withinInTurn(found.length === 0 ? [] : commentsIn(text, file.language))
  return {
    facts: {
      secret: found.map(({ start, end, key, ...secret }): LocalFact<'secret'> => {
        const value = text.slice(start, end)
        return {
          at: lines.placeOf(start, end),
          ...secret,
          ...(key === undefined ? {} : { key }),
          in_comment: inComment(start),
          redacted: redacted(value),
          entropy: Math.round(bits(value) * 10) / 10,
        }
      }),
    },
    undecided: [],
  }
}

/** Tells of offsets that come in the order of the text whether a span holds them. */
function withinInTurn(spans: readonly Span[]): (at: number) => boolean {
  let next = 0
  return (at) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    return (spans[next]?.start ?? Number.POSITIVE_INFINITY) <= at
  }
}

/** How far apart the name of a user and its password may stand. */
const near = 200

function namedSecrets(text: string, isCode: boolean): readonly FoundSecret[] {
  const found: FoundSecret[] = []
  for (const named of [...namedValuesIn(text), ...commandOptionsIn(text)]) {
    const { key, value, start, end } = named
    const place = { provider: 'generic', key, start, end }
    const isPassword = /pass|pwd/i.test(key)
    if (isPassword && (isLoneDefault(value) || isDefaultPair(userBefore(text, start), value))) {
      found.push({ detector: 'default-password', placeholder: false, ...place })
      continue
    }
    const judgement = judge(named, isCode)
    if (judgement !== 'neither')
      found.push({ detector: 'named-value', placeholder: judgement === 'placeholder', ...place })
  }
  return found
}

const user = /\b(?:user(?:_?name)?|login|account)["'`]?\s{0,4}[=:]\s{0,4}["'`]?([\w.@-]{1,64})/gi

/** The user that is named last before a password. */
function userBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - near), start)
  return [...before.matchAll(user)].at(-1)?.[1] ?? ''
}

/** In the order of the text; what two detectors found is told by the first of them. */
function withoutOverlaps(found: readonly FoundSecret[]): readonly FoundSecret[] {
  const kept: FoundSecret[] = []
  // The detectors come in the order of how much they know; the sort keeps it for what begins at one place.
  const ranked = found.map((secret, rank) => ({ secret, rank }))
  ranked.sort((a, b) => a.secret.start - b.secret.start || a.rank - b.rank)
  for (const { secret } of ranked) {
    const last = kept.at(-1)
    if (last === undefined || secret.start >= last.end) kept.push(secret)
    else if (last.detector === 'named-value' && secret.detector !== 'named-value') kept[kept.length - 1] = secret
  }
  return kept
}
