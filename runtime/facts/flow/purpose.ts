/** What a path says about the purpose of its file. */
import { isProgramOrProse } from '../classify/languages.ts'
import type { FilePurpose } from '../path-role.ts'

/** By the words in the name of a file, or of what holds its path: the weakest of signs, and often the only one. */
const words: readonly (readonly [FilePurpose, RegExp])[] = [
  ['secrets', /secret|credential|token|passw(or)?d|api_?key|private_?key|\.netrc|\.pgpass/i],
  ['state', /state|cursor|checkpoint|bookmark|last_?(seen|run|event|id|time)|offset|watermark|seen_?ids?|position/i],
  ['log', /\.log\b|log_?(file|path)/i],
  ['temporary', /\bte?mp\b|temp(orary)?_|_te?mp\b|^\/tmp\//i],
]

/** `texts`: the path first, as far as it is known, then what else tells of it. */
export function purposeOf(texts: readonly string[]): FilePurpose {
  if (isProgramOrProse(texts[0] ?? '')) return 'other'
  for (const text of texts) for (const [purpose, sign] of words) if (sign.test(text)) return purpose
  return 'other'
}
