// Which paths git would ignore, and by which rule. The rules of a folder's `.gitignore` count for what lies below it and
// go before those of the folders above; within a file the last rule that matches decides; what lies in an ignored folder
// cannot be taken back.
//
// All files on the way to a path become one list, each rule rewritten to start at the git root, so that the matcher sees
// the precedence as git does:
//
//     .gitignore        *.key          →  *.key
//     src/.gitignore    !test.key      →  !/src/**/test.key
//     src/.gitignore    build/out      →  /src/build/out

import ignore, { type Ignore } from 'ignore'
import type { Place } from '../../../compiler/index.ts'
import { type Folder, isInside, parentOf } from './folder.ts'

export interface Decision {
  readonly ignored: boolean
  /** The rule that decides, be it a negation; absent where none matches. */
  readonly rule?: IgnoreRule
}

export interface IgnoreRule {
  /** As written. */
  readonly text: string
  readonly at: Place
}

export interface IgnoreRules {
  /** `path` from the git root; that of a folder ends with `/`. */
  decide(path: string): Decision
  /** Reads the rules that count for a path, so that `unread` tells of them. */
  readFor(path: string): void
  /** The files whose rules could not be read, with the reason. */
  readonly unread: ReadonlyMap<string, string>
  /** The text of each ignore file that was asked for so far; empty for one that is missing or unread. */
  readonly texts: ReadonlyMap<string, string>
  textOf(file: string): string
}

/** A rule that starts at the git root. */
interface RootedRule {
  readonly pattern: string
  readonly rule: IgnoreRule
}

/** The rules that count in one folder. */
interface Level {
  readonly matcher: Ignore
  readonly rules: readonly RootedRule[]
}

/** Budgets, because every path is compared with every rule. */
const longestFile = 1 << 18
const mostRules = 5_000
/** Lists are shared between folders without a file of their own, and forgotten when they come to more than this. */
const mostKept = 1_000_000

/**
 * @param exclude the text of `.git/info/exclude`, whose rules come before all others
 * @param isMissing whether an ignore file is known not to be there, so that nobody has to look
 */
export function ignoreRules(
  root: Folder,
  exclude = '',
  isMissing: (file: string) => boolean = () => false,
): IgnoreRules {
  const unread = new Map<string, string>()
  const texts = new Map<string, string>()
  const levels = new Map<string, Level>()
  let kept = 0
  const base = below({ matcher: matcherOf([]), rules: [] }, exclude, '.git/info/exclude', '')

  function levelOf(folder: string): Level {
    const known = levels.get(folder)
    if (known !== undefined) return known
    const above = folder === '' ? base : levelOf(parentOf(folder))
    const file = folder === '' ? '.gitignore' : `${folder}/.gitignore`
    const level = below(above, textOf(file), file, folder)
    if (kept > mostKept) {
      levels.clear()
      kept = 0
    }
    levels.set(folder, level)
    return level
  }

  function textOf(file: string): string {
    const known = texts.get(file)
    if (known !== undefined) return known
    const text = read(file)
    texts.set(file, text)
    return text
  }

  function read(file: string): string {
    if (isMissing(file) || root.status(file) === undefined) return ''
    const content = root.read(file, longestFile)
    if (content.kind === 'failure') unread.set(file, content.reason)
    else if (!content.whole) unread.set(file, `is larger than ${longestFile} bytes`)
    else return content.bytes.toString('utf8')
    return ''
  }

  function below(above: Level, text: string, file: string, folder: string): Level {
    const own = rootedRules(text, file, folder)
    if (own.length === 0) return above
    const rules = [...above.rules, ...own]
    if (rules.length > mostRules) {
      unread.set(file, `has, with those above it, more than ${mostRules} rules`)
      return above
    }
    kept += rules.length
    return { matcher: matcherOf(own, above), rules }
  }

  return {
    unread,
    texts,
    textOf,
    readFor(path) {
      levelOf(parentOf(path))
    },
    decide(path) {
      const name = path.endsWith('/') ? path.slice(0, -1) : path
      if (!isInside(name)) return { ignored: false }
      const { matcher, rules } = levelOf(parentOf(name))
      const result = matcher.test(path)
      const rule = result.ignored
        ? rules[Number(result.rule?.mark)]
        : result.unignored
          ? negationOf(rules, path)
          : undefined
      return { ignored: result.ignored, ...(rule === undefined ? {} : { rule: rule.rule }) }
    },
  }
}

/** Each rule is marked with its index in the whole list. */
function matcherOf(rules: readonly RootedRule[], above?: Level): Ignore {
  const matcher = ignore({ ignorecase: false })
  if (above !== undefined) matcher.add(above.matcher)
  const first = above?.rules.length ?? 0
  return matcher.add(rules.map(({ pattern }, index) => ({ pattern, mark: String(first + index) })))
}

/** The matcher names only rules that ignore, so a negation is looked for by itself; rarely needed, for places only. */
function negationOf(rules: readonly RootedRule[], path: string): RootedRule | undefined {
  return rules.findLast((rule) => rule.pattern.startsWith('!') && matcherOf([rule]).test(path).unignored)
}

function rootedRules(text: string, file: string, folder: string): RootedRule[] {
  const prefix = folder === '' ? '' : `/${folder.replace(/[\\*?[\] ]/g, '\\$&')}`
  const rules: RootedRule[] = []
  const lines = text.replace(/^\ufeff/, '').split('\n')
  for (const [index, line] of lines.entries()) {
    const written = trimmed(line.replace(/\r$/, ''))
    if (written === '' || written.startsWith('#')) continue
    const at = { path: file, line: index + 1, column: 1, endLine: index + 1, endColumn: written.length + 1 }
    rules.push({ pattern: rooted(written, prefix), rule: { text: written, at } })
  }
  return rules
}

/** Without the spaces at the end; one behind a backslash belongs to the rule. */
function trimmed(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ') end--
  let backslashes = 0
  while (line[end - 1 - backslashes] === '\\') backslashes++
  return line.slice(0, backslashes % 2 === 1 ? end + 1 : end)
}

/** Only a slash before the end binds a rule to the folder of its file; without one it holds at any depth below. */
function rooted(rule: string, prefix: string): string {
  if (prefix === '') return rule
  const [sign, body] = rule.startsWith('!') ? ['!', rule.slice(1)] : ['', rule]
  const bound = body.slice(0, -1).includes('/')
  if (!bound) return `${sign}${prefix}/**/${body}`
  return `${sign}${prefix}${body.startsWith('/') ? '' : '/'}${body}`
}
