/** Places as SARIF locations. URIs are relative to the root of the repository, which is what GitHub takes them for. */
import type { Place } from '../compiler/index.ts'
import type { Location } from './types.ts'

export const root = '%SRCROOT%'

export function locationOf(place: Place, id?: number, text?: string): Location {
  return {
    ...(id === undefined ? {} : { id }),
    physicalLocation: {
      artifactLocation: { uri: uriOf(place.path), uriBaseId: root },
      region: {
        startLine: place.line,
        startColumn: place.column,
        endLine: place.endLine,
        endColumn: place.endColumn,
      },
    },
    ...(text === undefined ? {} : { message: { text } }),
  }
}

/** RFC 3986: every segment is percent-encoded, and a colon in the first one must not read as a scheme. */
export function uriOf(path: string): string {
  const segments = path.split('/').map((segment) => encodeURIComponent(segment.toWellFormed()).replaceAll('%3A', ':'))
  return segments[0]?.includes(':') ? `./${segments.join('/')}` : segments.join('/')
}
