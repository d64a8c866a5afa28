/**
 * `setup.py`: what its call of `setup` asks for, as far as it stands there in lists of texts. A program can work it out
 * in any way, and then this says that it did.
 */
import type { FoundDependency, FoundManifest, Scope } from './manifest.ts'
import { requirementOf } from './requirement.ts'

const keywords: readonly (readonly [keyword: string, scope: Scope])[] = [
  ['install_requires', 'runtime'],
  ['requires', 'runtime'],
  ['setup_requires', 'build'],
  ['tests_require', 'development'],
  ['extras_require', 'optional'],
]

/** More calls than any project makes; each is looked through to its end. */
const mostCalls = 10

const imports = /^[^\S\n]*(?:from|import)[^\S\n]+(?:setuptools|distutils|skbuild|numpy\.distutils)\b/m
const text = /(?<![\w"'])[rub]{0,2}("""|'''|"|')((?:\\.|(?!\1)[^\\\n])*)\1/gi

/** A module may have the name for other reasons. */
export function readSetupPy(source: string): FoundManifest | undefined {
  const code = withoutComments(source)
  const call = /(?<![\w.])(?:setuptools\.|distutils\.core\.)?setup\s*\(/.exec(code)
  if (call === null || !imports.test(code)) return undefined
  const dependencies: FoundDependency[] = []
  let trouble: FoundManifest['trouble']
  for (const [keyword, scope] of keywords) {
    const given = code.matchAll(new RegExp(`(?<![\\w.])["']?${keyword}["']?\\s*[=:](?!=)\\s*`, 'g'))
    for (const found of given.take(mostCalls)) {
      const at = found.index + found[0].length
      const list = listAt(code, at)
      if (list === undefined) trouble ??= { what: `works out "${keyword}"`, start: found.index }
      else dependencies.push(...requirementsIn(code, list, scope))
    }
  }
  if (/\*\*\w/.test(code.slice(call.index))) trouble ??= { what: 'hands options on to setup()', start: call.index }
  return { ecosystem: 'pypi', locked: false, dependencies, trouble }
}

interface Range {
  readonly start: number
  readonly end: number
}

/** A list that stands here, or under the name that stands here. */
function listAt(code: string, at: number, followed = false): Range | undefined {
  if (code[at] === '[' || code[at] === '{' || code[at] === '(') {
    const end = closing(code, at)
    return end === undefined || /\b(for|open|read|import)\b|\w\s*\(|\+/.test(withoutTexts(code.slice(at, end)))
      ? undefined
      : { start: at, end }
  }
  const name = /^([A-Za-z_]\w*)\s*(?=[,)\n]|$)/.exec(code.slice(at, at + 100))?.[1]
  if (name === undefined || followed) return undefined
  const definition = new RegExp(`^${name}\\s*(?::[^=\\n]*)?=\\s*(?=[[({])`, 'm').exec(code)
  return definition === null ? undefined : listAt(code, definition.index + definition[0].length, true)
}

const withoutTexts = (code: string): string => code.replace(text, '""')

function requirementsIn(code: string, { start, end }: Range, scope: Scope): readonly FoundDependency[] {
  return Array.from(code.slice(start, end).matchAll(text)).flatMap((found) => {
    // The key of a dictionary names a group of its own.
    const isKey = /^\s*:/.test(code.slice(start + found.index + found[0].length, end))
    const requirement = isKey ? undefined : requirementOf(found[2] ?? '')
    const from = start + found.index
    return requirement === undefined ? [] : [{ ...requirement, scope, start: from, end: from + found[0].length }]
  })
}

const pairs: Readonly<Record<string, number>> = { '[': 1, '{': 1, '(': 1, ']': -1, '}': -1, ')': -1 }

function closing(code: string, at: number): number | undefined {
  let depth = 0
  const plain = code.slice(at).replace(text, (written) => ' '.repeat(written.length))
  for (let i = 0; i < plain.length; i++) {
    depth += pairs[plain[i]!] ?? 0
    if (depth === 0) return at + i + 1
  }
  return undefined
}

/** Blanked, so that every offset stays; a sign within a text is none. */
const withoutComments = (source: string): string =>
  source.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g, (written) =>
    written.startsWith('#') ? ' '.repeat(written.length) : written,
  )
