/** Which build of Proviso this is: another one may find other facts in the same bytes. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Everything that facts are made with. In the checkout these are the sources themselves, so that whoever changes an
 * extractor sees what it gives now; in the package, the bundle.
 */
const isBundle = !import.meta.url.endsWith('.ts')
const root = isBundle ? import.meta.dirname : join(import.meta.dirname, '../../..')
const parts: readonly string[] = isBundle ? ['.'] : ['runtime', 'compiler', 'package-lock.json']
const isPart = isBundle ? /\.(js|wasm)$/ : /\.(ts|json)$/

let known: string | undefined

export function buildDigest(): string {
  known ??= digest()
  return known
}

function digest(): string {
  const hash = createHash('sha256').update(process.version)
  for (const part of parts) {
    for (const path of filesOf(part)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('base64url')
}

function filesOf(part: string): readonly string[] {
  if (isPart.test(part)) return [part]
  const names = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => isPart.test(name))
    .sort()
    .map((name) => join(part, name))
}
