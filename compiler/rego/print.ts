/** A module as Rego text, such that `opa fmt` leaves it as it is. */
import { printExpr, printTerm } from './print/terms.ts'
import type { Annotations, Expr, Module, Rule, SetRule } from './tree.ts'
import { isIdentifier } from './words.ts'

/** The text of a module; notes on the tree leave no trace in it. */
export function printModule(module: Module): string {
  const blocks = [
    ...(module.comments.length > 0 ? [lines(module.comments.map(comment))] : []),
    lines([...metadata(module.annotations, false), `package ${packageName(module.package)}`]),
    ...module.rules.map((rule) => printRule(rule, module.entrypoints.includes(rule.name))),
    ...(module.conftest === undefined ? [] : [printRule(module.conftest.about, false)]),
    ...(module.conftest?.sets ?? []).map(printSetRule),
  ]
  return `${blocks.join('\n\n')}\n`
}

function printRule(rule: Rule, entrypoint: boolean): string {
  const comments = rule.comments.map(comment)
  // A comment directly above a METADATA block would be read as part of neither.
  const above = comments.length > 0 && rule.annotations !== undefined ? [...comments, ''] : comments
  return lines([...above, ...metadata(rule.annotations, entrypoint), head(rule) + body(rule.body)])
}

function printSetRule({ name, element, body: exprs, comments }: SetRule): string {
  const start = `${name} contains `
  return lines([...comments.map(comment), start + printTerm(element, 0, start.length + 5) + body(exprs)])
}

function head(rule: Rule): string {
  const name = rule.args === undefined ? rule.name : `${rule.name}(${rule.args.join(', ')})`
  const start = rule.default ? `default ${name}` : name
  const isTrue = rule.value.kind === 'scalar' && rule.value.value === true
  // Without a body, arguments or a value it would be a bare word.
  if (isTrue && !rule.default && (rule.body.length > 0 || rule.args !== undefined)) return start
  return `${start} := ${printTerm(rule.value, 0, start.length + 8)}`
}

function body(exprs: readonly Expr[]): string {
  const [only, ...others] = exprs
  if (only === undefined) return ''
  const first = printExpr(only, 0)
  if (others.length === 0) return ` if ${first}`
  return ` if {\n${exprs.map((expr) => `\t${printExpr(expr, 1)}\n`).join('')}}`
}

const lines = (parts: readonly string[]): string => parts.join('\n')

const comment = (text: string): string => (text === '' ? '#' : `# ${text.replaceAll(/\s+/g, ' ').trim()}`)

function metadata(annotations: Annotations | undefined, entrypoint: boolean): readonly string[] {
  if (annotations === undefined) return []
  const { scope, title, description, custom } = annotations
  return [
    '# METADATA',
    `# title: ${yaml(title)}`,
    ...(description === undefined ? [] : [`# description: ${yaml(description)}`]),
    `# scope: ${scope}`,
    ...(entrypoint ? ['# entrypoint: true'] : []),
    ...(Object.keys(custom).length === 0 ? [] : ['# custom:']),
    ...Object.entries(custom).map(([key, value]) => `#   ${key}: ${yaml(value)}`),
  ]
}

/** JSON is YAML, but for characters that a YAML reader refuses to see unescaped. */
const yaml = (value: string | number | readonly string[]): string =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A part that is no identifier stands in brackets. */
const packageName = (path: readonly string[]): string =>
  path
    .map((part, index) => (isIdentifier(part) ? `${index === 0 ? '' : '.'}${part}` : `[${JSON.stringify(part)}]`))
    .join('')
