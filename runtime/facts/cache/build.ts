/** Which build of Proviso this is: another one may find other facts in the same bytes. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** In the checkout facts are made with the sources themselves, so that whoever changes an extractor sees what it gives now. */
const isBundle = !import.meta.url.endsWith('.ts')
const sources = ['runtime', 'compiler', 'package-lock.json']
const checkout = join(import.meta.dirname, '../../..')

/** Beside the bundle, which says what it is: to read it all takes longer than a run that finds nothing changed. */
export const bundleDigestName = 'digest.txt'

let known: string | undefined

export function buildDigest(): string {
  known ??= `${process.version} ${isBundle ? told() : digestOf(checkout, sources, /\.(ts|json)$/)}`
  return known
}

/** Of a bundle as it lies in a folder; what is no code does not count. */
export const bundleDigest = (dist: string): string => digestOf(dist, ['.'], /\.(js|wasm)$/)

const told = (): string => readFileSync(join(import.meta.dirname, bundleDigestName), 'utf8')

function digestOf(root: string, parts: readonly string[], isPart: RegExp): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    for (const path of filesOf(root, part, isPart)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('base64url')
}

function filesOf(root: string, part: string, isPart: RegExp): readonly string[] {
  if (isPart.test(part)) return [part]
  const names = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => isPart.test(name))
    .sort()
    .map((name) => join(part, name))
}
