/**
 * The globs of OPA's `glob.match` → RE2, anchored at both ends. They are not those of the language: what a star may stand
 * for depends on delimiters, and there are classes and alternatives.
 *
 *     *  ?      any characters, any one, but no delimiter          [abc]  [a-z]  [!a-z]   one of some, or of all others
 *     **        any characters                                     {a,b*,}                one of several
 *     \x        the character itself
 *
 * What is written in no such way is refused rather than guessed at: alternatives within alternatives, classes that mix
 * ranges with characters, brackets that are not closed.
 */
export function globSource(glob: string, delimiters: readonly string[]): string | undefined {
  if (delimiters.some((delimiter) => [...delimiter].length !== 1)) return undefined
  const inner = delimiters.length === 0 ? '.' : `[^${delimiters.map(quotedInClass).join('')}]`
  const sources: string[] = []
  let alternatives = false
  for (const [part] of glob.matchAll(parts)) {
    if (part === '{' || part === '}') {
      if (alternatives === (part === '{')) return undefined
      alternatives = part === '{'
      sources.push(alternatives ? '(?:' : ')')
    } else if (part === ',') sources.push(alternatives ? '|' : ',')
    else {
      const source = sourceOf(part, inner)
      if (source === undefined) return undefined
      sources.push(source)
    }
  }
  return alternatives ? undefined : `^(?s:${sources.join('')})$`
}

const parts = /\*+|\\.|\[!?[^\]\\[]+\]|./gsu

function sourceOf(part: string, inner: string): string | undefined {
  switch (part.charAt(0)) {
    case '*':
      return part.length === 1 ? `${inner}*` : '.*'
    case '?':
      return inner
    case '\\':
      return part.length === 1 ? undefined : quoted(part.slice(1))
    case '[':
      return classOf(part)
    case ']':
      return undefined
    default:
      return quoted(part)
  }
}

/** One range, or characters none of which is a hyphen. */
function classOf(part: string): string | undefined {
  const [whole, not, low, high, characters] = /^\[(!?)(?:(.)-(.)|([^!-]+))\]$/su.exec(part) ?? []
  if (whole === undefined) return undefined
  if (low !== undefined && high !== undefined && low > high) return undefined
  const members =
    characters === undefined
      ? `${quotedInClass(low as string)}-${quotedInClass(high as string)}`
      : [...characters].map(quotedInClass).join('')
  return `[${not === '!' ? '^' : ''}${members}]`
}

const quoted = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
const quotedInClass = (character: string): string => character.replace(/[\\\]^[-]/g, '\\$&')
