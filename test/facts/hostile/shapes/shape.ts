/** A way to write one thing over and over again, so that a file of any size comes out. */
export interface Shape {
  readonly what: string
  readonly path: string
  /** The file with about so many of them. */
  text(count: number): string
}

export const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('')

export const row = (count: number, part: (index: number) => string, separator = ''): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(separator)

/** Shapes of one language, from the text that each comes to. */
export const shapesOf = (path: string, texts: Readonly<Record<string, Shape['text']>>): readonly Shape[] =>
  Object.entries(texts).map(([what, text]) => ({ what: `${path}: ${what}`, path, text }))
