/**
 * A path as far as a file shows it: where it begins, and its parts. What is not known stands as a symbol, so that two paths
 * can be compared all the same: whatever `base` is, `base + ".tmp"` lies beside `base`.
 *
 *     "/var/lib/x/state.json"        /          var  lib  x  state.json
 *     os.path.join(folder, "a")      ‹folder›   a
 *     path + ".tmp"                  ‹folder of path›   ‹name of path›.tmp
 */
export interface PathValue {
  /** `/`, `.` for what is relative, `~`, the folder of the source itself, or a symbol. */
  readonly root: string
  readonly parts: readonly string[]
}

/** The folder that the source file lies in. */
export const sourceFolder = 'source folder'

/** No path holds this character. */
const mark = '\0'

export const symbol = (text: string): string => mark + text
export const isKnown = (part: string): boolean => !part.includes(mark)

export function pathOfText(text: string): PathValue {
  const parts = text.split('/').filter((part) => part !== '' && part !== '.')
  if (text.startsWith('/')) return { root: '/', parts }
  if (text.startsWith('~')) return { root: '~', parts: parts.slice(1) }
  return { root: '.', parts }
}

export const unknownPath = (text: string): PathValue => ({ root: symbol(text), parts: [] })

export function joined(base: PathValue, text: string): PathValue {
  const next = pathOfText(text)
  if (next.root !== '.') return next
  return next.parts.reduce((path, part) => (part === '..' ? parentOf(path) : child(path, part)), base)
}

export const child = ({ root, parts }: PathValue, part: string): PathValue => ({ root, parts: [...parts, part] })

export function parentOf({ root, parts }: PathValue): PathValue {
  return parts.length > 0 ? { root, parts: parts.slice(0, -1) } : { root: symbol(`folder of ${root}`), parts: [] }
}

/** The last part; a symbol where it is not known. */
export const nameOf = ({ root, parts }: PathValue): string => parts.at(-1) ?? symbol(`name of ${root}`)

/** Text behind the path, without a separator in between. */
export function extended(path: PathValue, text: string): PathValue {
  const [glued = '', ...more] = text.split('/')
  const base = glued === '' && path.parts.length === 0 ? path : named(path, nameOf(path) + glued)
  return more.filter((part) => part !== '').reduce(child, base)
}

/** Another name in the same folder. */
export const named = (path: PathValue, name: string): PathValue => child(parentOf(path), name)

/** Equal for paths that are the same for certain. */
export const keyOf = ({ root, parts }: PathValue): string => [root, ...parts].join('/')

/** The path as text, where all of it is known and no machine's own folders play a part. */
export function textOfPath({ root, parts }: PathValue): string | undefined {
  if (!parts.every(isKnown) || (root !== '/' && root !== '.' && root !== '~')) return undefined
  return root === '.' ? parts.join('/') : root === '/' ? `/${parts.join('/')}` : [root, ...parts].join('/')
}
