/**
 * What a module gives to those that import it, by the names that they use: of ECMAScript and of CommonJS alike.
 *
 *     export { send as post }              post     of send
 *     export default { send }              default  of the object, default.send of send
 *     module.exports = Client              (whole)  of Client
 *     exports.token = read()               token    of read()
 */
import { childrenOf, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { specifierOf } from '../imports.ts'
import { entriesOf } from '../objects.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, propertyName } from '../syntax.ts'

export interface Export {
  /** Empty for what the module is as a whole. */
  readonly name: string
  /** The expression that it is. */
  readonly value: number
}

/** Objects in objects that are exported. */
const deepest = 2
/** More than people write by hand. */
const mostExports = 500

export function exportsOf(source: JavaScriptSource): readonly Export[] {
  const { tree } = source
  const statements = [...nodesOf(tree, 'export_statement')].flatMap((node) => ofStatement(source, node))
  const assigned = [...nodesOf(tree, 'assignment_expression')].flatMap((node) => ofAssignment(source, node))
  return [...statements, ...assigned].flatMap((each) => withEntries(source, each, deepest)).slice(0, mostExports)
}

function ofStatement(source: JavaScriptSource, node: number): readonly Export[] {
  const { tree } = source
  if (parentOf(tree, node) !== 0 || specifierOf(tree, node) !== undefined) return []
  const clause = [...childrenOf(tree, node)].find((child) => typeOf(tree, child) === 'export_clause')
  if (clause !== undefined) {
    return [...childrenOf(tree, clause)].flatMap((each): readonly Export[] => {
      const name = fieldOf(tree, each, 'name')
      const alias = fieldOf(tree, each, 'alias') ?? name
      return name === undefined || alias === undefined ? [] : [{ name: propertyName(tree, alias) ?? '', value: name }]
    })
  }
  const value = fieldOf(tree, node, 'value') ?? fieldOf(tree, node, 'declaration')
  if (isDefault(source, node) && value !== undefined) return [{ name: 'default', value }]
  const whole = firstChild(tree, node)
  const isWhole = /^export\s*=/.test(textOf(tree, node)) && whole !== undefined
  return isWhole ? [{ name: '', value: whole }] : []
}

const isDefault = ({ tree }: JavaScriptSource, node: number): boolean => /^export\s+default\b/.test(textOf(tree, node))

function ofAssignment(source: JavaScriptSource, node: number): readonly Export[] {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  const name = left === undefined ? undefined : /^(?:module\s*\.\s*)?exports(?:\.([\w$]+))?$/.exec(textOf(tree, left))
  if (right === undefined || !name || (name[1] === undefined && textOf(tree, left ?? node) === 'exports')) return []
  // `module.exports = exports = …`
  let value = bare(tree, right)
  if (typeOf(tree, value) === 'assignment_expression') value = fieldOf(tree, value, 'right') ?? value
  return [{ name: name[1] ?? '', value }]
}

function withEntries(source: JavaScriptSource, each: Export, left: number): readonly Export[] {
  const entries = left === 0 ? [] : entriesOf(source, each.value).entries
  const inner = entries.flatMap(({ name, value }) =>
    withEntries(source, { name: each.name === '' ? name : `${each.name}.${name}`, value }, left - 1),
  )
  return [each, ...inner]
}

/** Names that the module takes from another and gives on, and modules of which it gives all. */
export function handedOn(source: JavaScriptSource) {
  const { tree, modules } = source
  const imports: Record<string, string> = {}
  const wildcards: string[] = []
  for (const node of nodesOf(tree, 'export_statement')) {
    const specifier = specifierOf(tree, node)
    const module = specifier === undefined ? undefined : modules.resolve(specifier).name
    if (module === undefined || !modules.isOwn(module)) continue
    const inner = [...childrenOf(tree, node)]
    const clause = inner.find((child) => typeOf(tree, child) === 'export_clause')
    const namespace = inner.find((child) => typeOf(tree, child) === 'namespace_export')
    if (namespace !== undefined) imports[textOf(tree, namespace).replace(/^\*\s*as\s+/, '')] = module
    else if (clause === undefined) wildcards.push(module)
    for (const each of clause === undefined ? [] : childrenOf(tree, clause)) {
      const name = fieldOf(tree, each, 'name')
      const alias = fieldOf(tree, each, 'alias') ?? name
      if (name !== undefined && alias !== undefined) imports[textOf(tree, alias)] = `${module}.${textOf(tree, name)}`
    }
  }
  return { imports, wildcards }
}
