/** Where the parts of Proviso lie that are not code: beside the sources in the checkout, in `dist` in the package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from './failure.ts'

const packaged = basename(import.meta.dirname) === 'dist'
const root = join(import.meta.dirname, '..')

/** The built-in checklists: as sources in the checkout, compiled in the package. */
export const policiesFolder = join(packaged ? import.meta.dirname : root, 'policies')
export const policiesAreCompiled = packaged

export function version(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  return manifest.version
}

/** The runtime library that policies are linked to: all of it, or what checklists need. */
export function libraryBytes(part: 'all' | 'core' = 'core'): Uint8Array {
  const name = part === 'core' ? 'library-core.wasm' : 'library.wasm'
  const path = join(packaged ? import.meta.dirname : join(root, 'build'), name)
  if (!existsSync(path))
    throw new Failure('the runtime library is not built', 'In the folder of the clone: npm run build')
  return readFileSync(path)
}

/** What each compiled checklist consists of. */
export const compiledFiles = {
  module: 'policy.wasm',
  extraction: 'extraction.json',
  items: 'items.json',
  rego: 'policy.rego',
  plan: 'plan.json',
} as const

export function builtInNames(): readonly string[] {
  const marker = (name: string) => (packaged ? compiledFiles.module : `${name}.checklist`)
  return readdirSync(policiesFolder)
    .filter((name) => existsSync(join(policiesFolder, name, marker(name))))
    .sort()
}
