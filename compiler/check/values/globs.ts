/** Globs → RE2, anchored at both ends. What a star means depends on what is matched; there are no classes and no braces. */
import type { GlobSense } from '../../schema/types.ts'
import type { TypedPattern } from '../typed.ts'

export function globPattern(glob: string, sense: GlobSense): TypedPattern {
  return { source: `^(?s:${translations[sense](glob)})$`, ignoreCase: false, written: glob }
}

const translations: Readonly<Record<GlobSense, (glob: string) => string>> = {
  path: pathSource,
  dotted: (glob) => separated(glob, '.', '[^.]'),
  text: (glob) => glob.split(/\*+/).map(quoted).join('.*'),
}

/** Without a slash the last segment is meant, wherever it lies. */
function pathSource(glob: string): string {
  const whole = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`
  return separated(whole, '/', '[^/]')
}

/**
 * `*` stays within a part; `**` as a whole part is any number of parts and none. A trailing `**` takes in everything
 * below, and needs something to be there.
 */
function separated(glob: string, separator: string, inner: string): string {
  const parts = glob.split(separator)
  const mark = quoted(separator)
  return parts
    .map((part, index) => {
      const last = index === parts.length - 1
      if (part === '**') return last ? '.+' : `(?:.*${mark})?`
      const source = part.split(/\*+/).map(quoted).join(`${inner}*`)
      return last ? source : `${source}${mark}`
    })
    .join('')
}

const quoted = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
