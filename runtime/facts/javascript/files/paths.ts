/** The paths of files as code puts them together. */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { entryOf } from '../objects.ts'
import type { JavaScriptSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { bare, calledOf, givenOf, operatorOf } from '../syntax.ts'

const deepest = 8

/** The folder of the file itself. */
export const sourceFolder = '{folder}'

/** A path as far as it is known: variables of the environment as $NAME, what is not known as {}; undefined if nothing is. */
export function pathTextOf(source: JavaScriptSource, node: number): string | undefined {
  const text = pathOf(source, node, 0)?.replaceAll(sourceFolder, '.')
  return text === undefined || text.replaceAll(/[{}/.]/g, '') === '' ? undefined : text
}

/** With `sourceFolder` for the folder of the file. */
export function pathOf(source: JavaScriptSource, written: number, depth = 0): string | undefined {
  const { tree } = source
  const node = bare(tree, written)
  const constant = constantOf(source, node)?.value
  if (typeof constant === 'string') return constant
  if (depth > deepest) return undefined
  switch (typeOf(tree, node)) {
    case 'template_string':
      return literalText(tree, node, (hole) => pathOf(source, hole, depth + 1)).resolved
    case 'identifier':
    case 'shorthand_property_identifier':
      return ofName(source, node, depth)
    case 'member_expression':
    case 'subscript_expression':
      return ofMember(source, node, depth)
    case 'binary_expression':
      return ofOperator(source, node, depth)
    case 'call_expression':
    case 'new_expression':
      return ofCall(source, node, depth)
    default:
      return undefined
  }
}

/** A name that is bound once. */
function ofName(source: JavaScriptSource, node: number, depth: number): string | undefined {
  const name = textOf(source.tree, node)
  const bound = source.bindings.lookup(name, node)
  if (bound === undefined)
    return name === '__dirname' ? sourceFolder : name === '__filename' ? `${sourceFolder}/{}` : undefined
  const [only, other] = bound
  if (other !== undefined || only?.kind === undefined) return undefined
  if (only.kind === 'parameter')
    return only.otherwise === undefined ? undefined : pathOf(source, only.otherwise, depth + 1)
  if (only.kind !== 'value') return undefined
  const value = only.path.length === 0 ? only.node : entryOf(source, only.node, only.path)
  return value === undefined ? undefined : pathOf(source, value, depth + 1)
}

function ofMember(source: JavaScriptSource, node: number, depth: number): string | undefined {
  const { tree, bindings, scopes } = source
  const object = fieldOf(tree, node, 'object')
  const name = memberNameOf(source, node)
  if (object === undefined || name === undefined) return undefined
  if (/^import\s*\.\s*meta$/.test(textOf(tree, object))) return name === 'dirname' ? sourceFolder : `${sourceFolder}/{}`
  if (meaningOf(source, object).dotted === 'process.env') return `$${name}`
  const entry = entryOf(source, object, [name])
  if (entry !== undefined) return pathOf(source, entry, depth + 1)
  const owner = typeOf(tree, bare(tree, object)) === 'this' ? scopes.classAt(object) : undefined
  const [only, other] = owner === undefined ? [] : bindings.member(owner, name)
  if (only?.kind !== 'value' || other !== undefined || only.path.length > 0) return undefined
  return pathOf(source, only.node, depth + 1)
}

/** `a + b`; of `a || b` what is known, the setting before its default. */
function ofOperator(source: JavaScriptSource, node: number, depth: number): string | undefined {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return undefined
  const [first, second] = [pathOf(source, left, depth + 1), pathOf(source, right, depth + 1)]
  switch (operatorOf(tree, node)) {
    case '+':
      return first === undefined && second === undefined ? undefined : `${first ?? '{}'}${second ?? '{}'}`
    case '||':
    case '??':
      return second ?? first
    default:
      return undefined
  }
}

function ofCall(source: JavaScriptSource, node: number, depth: number): string | undefined {
  const { tree } = source
  const called = calledOf(tree, node)
  const { dotted } = called === undefined ? { dotted: '' } : meaningOf(source, called)
  const given = givenOf(tree, node)
  const [first] = given
  const ofFirst = (): string | undefined => (first === undefined ? undefined : pathOf(source, first, depth + 1))
  switch (dotted) {
    case 'path.join':
    case 'path.resolve':
    case 'path.posix.join':
      return simplified(given.map((part) => pathOf(source, part, depth + 1) ?? '{}').join('/'))
    case 'path.dirname':
      return ofFirst()?.replace(/\/[^/]*$/, '')
    case 'path.normalize':
    case 'url.fileURLToPath':
    case 'String':
    case 'URL': {
      const [, base] = given
      const folder = base === undefined ? undefined : pathOf(source, base, depth + 1)
      const own = ofFirst()
      return folder?.startsWith(sourceFolder) ? simplified(`${sourceFolder}/${own ?? '{}'}`) : own
    }
    case 'os.tmpdir':
      return '/tmp'
    case 'os.homedir':
      return '$HOME'
    case 'process.cwd':
      return '.'
    default:
      return undefined
  }
}

/** Without what leads nowhere, and folders that are left again; a part that starts at the root begins anew. */
function simplified(path: string): string {
  const from = path.lastIndexOf('//')
  const parts: string[] = []
  for (const part of (from < 0 ? path : path.slice(from + 1)).split('/')) {
    const last = parts.at(-1)
    if (part === '..' && last !== undefined && last !== '' && last !== '..' && !last.startsWith('{')) parts.pop()
    else if (part !== '.' || parts.length === 0) parts.push(part)
  }
  return parts.join('/')
}
