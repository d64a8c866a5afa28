/** Sentences that say which mode or owner a path has to have. */
import type { Span } from '../document.ts'
import type { Sentence } from '../negation.ts'
import { type ModeMention, modesIn, type OwnerMention, ownersIn, type PathMention, pathsIn } from './mentions.ts'

/** A mode, an owner or both for one path, with the piece of the sentence that says so. */
export interface StatedPermission extends Span {
  readonly path: PathMention
  readonly mode: string | undefined
  readonly owner: string | undefined
  readonly group: string | undefined
  readonly negated: boolean
}

/** In UTF-16 units; no sentence that states something is longer. */
const longest = 2000

/** In "- `.secrets` (640, root:wazuh)" the one says what the other is. */
const sideBySide =
  /(?<![\w.:/-])0?[0-7]{3}\b[\s,;/|()`'"–—-]{1,6}(?:owned by |owner )?[a-z_][\w-]{0,31}:[a-z_][\w-]{0,31}|[a-z_][\w-]{0,31}:[a-z_][\w-]{0,31}[\s,;/|()`'"–—-]{1,6}(?:with |mode )?0?[0-7]{3}\b/

/**
 * What a sentence states, and its topic for those that follow and name none: "Create `.secrets`. It must have mode 640."
 * Of the inline code in it, commands speak for themselves. `before` is the topic of the sentences above.
 */
export function statedIn(
  sentence: Sentence,
  { names, commands }: InlineCode,
  before: readonly PathMention[],
): { readonly stated: readonly StatedPermission[]; readonly topic: readonly PathMention[] } {
  const text = without(sentence.text, commands).slice(0, longest)
  const paths = pathsIn(text, names)
  const isCued = sideBySide.test(text)
  const mentions = [...modesIn(text, isCued), ...ownersIn(text, isCued)]
  const known = paths.length > 0 ? paths : before
  const byPath = new Map<PathMention, Stating>()
  for (const mention of mentions) {
    if (known.length === 0 || sentence.isConditionalAt(mention.start)) continue
    for (const path of paths.length > 0 ? pathsOf(text, mention, paths) : pointing.test(text) ? before : []) {
      const stating = byPath.get(path) ?? { modes: [], owners: [] }
      if ('mode' in mention) stating.modes.push(mention)
      else stating.owners.push(mention)
      byPath.set(path, stating)
    }
  }
  const stated = [...byPath].flatMap(([path, stating]) => statementsOf(sentence, path, stating))
  return { stated, topic: paths.length > 0 ? topicOf(text, paths) : before }
}

export interface InlineCode {
  readonly names: readonly Span[]
  readonly commands: readonly Span[]
}

/** The same text with some of it blank, every offset being the same. */
function without(text: string, spans: readonly Span[]): string {
  let [rest, at] = ['', 0]
  for (const { start, end } of spans) {
    rest += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return rest + text.slice(at)
}

interface Stating {
  readonly modes: ModeMention[]
  readonly owners: OwnerMention[]
}

/** Modes apart from each other are statements apart; what is said of the owner goes with the first. */
function statementsOf(sentence: Sentence, path: PathMention, { modes, owners }: Stating): readonly StatedPermission[] {
  const [owner, group] = [owners.find((each) => each.owner)?.owner, owners.find((each) => each.group)?.group]
  const all = modes.length === 0 ? [undefined] : modes
  return all.map((mode, i) => {
    const parts = [...(mode === undefined ? [] : [mode]), ...(i === 0 ? owners : [])]
    return {
      start: Math.min(...parts.map(({ start }) => start)),
      end: Math.max(...parts.map(({ end }) => end)),
      path,
      mode: mode?.mode,
      owner: i === 0 ? owner : undefined,
      group: i === 0 ? group : undefined,
      negated: parts.some(({ start, end }) => sentence.negatesAt(start, end)),
    }
  })
}

/** "mode 640 on `.secrets`": what follows at once is meant, otherwise what was named before. */
const joining =
  /^["'`)\s]*(?:permissions?|mode|rights|ownership)?\s*\b(?:on|for|to|of)\s+(?:the\s+|your\s+|its\s+|file\s+|directory\s+)*["'`(]*$/i

function pathsOf(text: string, mention: Span, paths: readonly PathMention[]): readonly PathMention[] {
  const next = paths.findIndex(({ start }) => start >= mention.end)
  const last = paths.findLastIndex(({ end }) => end <= mention.start)
  const follows = next >= 0 && joining.test(text.slice(mention.end, paths[next]!.start))
  if (next >= 0 && (follows || last < 0)) return groupFrom(text, paths, next)
  return last < 0 ? [] : groupUpTo(text, paths, last)
}

/** Between paths of which the same is said. */
const listing = /^["'`\s]*(?:,|and|or|as well as|\/|&)?\s*(?:and|or)?\s*(?:the\s+)?["'`\s]*$/i

function groupUpTo(text: string, paths: readonly PathMention[], last: number): readonly PathMention[] {
  let first = last
  while (first > 0 && listing.test(text.slice(paths[first - 1]!.end, paths[first]!.start))) first--
  return paths.slice(first, last + 1)
}

function groupFrom(text: string, paths: readonly PathMention[], first: number): readonly PathMention[] {
  let last = first
  while (last + 1 < paths.length && listing.test(text.slice(paths[last]!.end, paths[last + 1]!.start))) last++
  return paths.slice(first, last + 1)
}

/** "It", "the file" and the like mean what the sentence above is about, and so does a sentence without a subject. */
const pointing =
  /\b(?:it|its|this|that|they|them|these|the)\b(?: (?:file|directory|folder|files)\b)?|^\W*(?:[a-z]+ )?(?:permissions?|mode|owner(?:ship)?|rights)\b|^\W*(?:set|use|restrict|make|must|should|owned)\b/i

/** Before a path that the sentence only takes something from, or points the reader to. */
const aside = /\b(?:from|copy|cp|rename|move|see|in|using|with|via|by|of|like)\s+(?:the\s+|file\s+)*["'`(]*$/i

/**
 * What a sentence is about, where that is one thing: "Create `.secrets` from `.secrets.example`." In "Secrets file: by
 * default `.secrets`" what has a purpose and what has a name are one.
 */
function topicOf(text: string, paths: readonly PathMention[]): readonly PathMention[] {
  const named = paths.filter(
    ({ path, role }) => path !== undefined || !paths.some((one) => one.path && one.role === role),
  )
  if (named.length < 2) return named
  const main = named.filter(({ start }) => !aside.test(text.slice(Math.max(0, start - 40), start)))
  return main.length === 1 ? main : []
}
