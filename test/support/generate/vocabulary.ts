/** The few values that generated checklists and documents draw from: few, so that they meet. */
import type { FieldType } from '../../../compiler/index.ts'
import type { GlobSense } from '../../../compiler/schema/types.ts'
import type { Random } from './random.ts'

export const texts: Readonly<Record<GlobSense, readonly string[]>> = {
  text: ['', 'a', 'b', 'ab', 'A', 'Ab', '10', '0640', 'é', 'x y', '😀b', 'a.b', '(unknown)'],
  path: ['a.py', 'src/a.py', 'src/lib/b.py', 'README.md', '.env', 'src/.env', 'b'],
  dotted: ['a', 'b', 'a.b', 'a.b.c', 'json.loads', 'os.system', 'ab'],
}

export const globs: Readonly<Record<GlobSense, readonly string[]>> = {
  text: ['*', 'a*', '*b', 'a', '*.*', '* *', '**', 'A*b'],
  path: ['*', '**', '*.py', 'src/*', 'src/**', '**/b.py', '/a.py', '*.*', 'src/**/a.py', '.env', '**/lib/*'],
  dotted: ['*', '**', 'a.*', 'a.**', '*.loads', '**.b', 'a', 'os.*', '*.b.*'],
}

export const patterns = [
  '/a/',
  '/^a/',
  '/b$/',
  '/^$/',
  '/A/i',
  '/[0-9]+/',
  '/^.$/',
  '/a|é/',
  '/\\./',
  '/^(a|b)*$/',
  '/É/i',
]

export const numbers = [0, 1, 2, 3, 10, 2.5, -1]

/** Literals of scanned code, of each type. */
export const literals = ['a', 'b', '', '1', 0, 1, 2.5, true, false, null]

/** Fields whose texts are always written in one way: a checklist that compares them with another text is refused. */
const formed: Readonly<Record<string, readonly string[]>> = {
  mode: ['0640', '0777', '0600'],
  scheme: ['http', 'https', 'ftp'],
  extension: ['py', 'sh'],
}

export const isFormed = (name: string): boolean => Object.hasOwn(formed, name)

/** Paths that checklists ask about. */
export const probes = ['.env', 'server.key', 'README.md']

export const scopeGlobs = ['src/**', '*.py', 'README.md', '**/lib/*', 'tests/*']

/** A value as a checklist writes it. */
export const written = (value: string | number | boolean | null): string =>
  value === null ? 'none' : typeof value === 'string' ? JSON.stringify(value) : String(value)

/** A value that a field of this name and type may have. */
export function valueFor(random: Random, name: string, type: FieldType): string | number | boolean | null {
  const own = Object.hasOwn(formed, name) ? formed[name] : undefined
  if (own !== undefined) return random.pick(own)
  switch (type.kind) {
    case 'text':
      return random.pick(random.chance(0.85) ? texts[type.like] : texts.text)
    case 'choice':
      return random.pick(type.values)
    case 'number':
      return random.pick(numbers)
    case 'boolean':
      return random.chance(0.5)
    case 'literal':
      return random.pick(literals)
    case 'reference':
    case 'list':
      throw new Error(`A ${type.kind} is no single value.`)
  }
}
