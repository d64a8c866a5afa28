/** Addresses in string literals, holes filled where constants do, and what the code around uses them for. */
import type { LocalFact } from '../extractor.ts'
import { urlsInLiteral } from '../literal-urls.ts'
import { type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { type FoundUrl, isMentioned } from '../urls.ts'
import { constantOf } from './constants.ts'
import { thingNamed } from './names.ts'
import { putTogetherUrls } from './put-together.ts'
import type { PythonSource } from './source.ts'
import { type LiteralText, literalText } from './string-literals.ts'
import { bare, literalNodes, roleOf } from './strings.ts'

type UrlRole = LocalFact<'url'>['role']

export function urlFacts(source: PythonSource): readonly LocalFact<'url'>[] {
  return [...literalUrls(source), ...putTogetherUrls(source)]
}

function literalUrls(source: PythonSource): readonly LocalFact<'url'>[] {
  const { tree, input } = source
  return literalNodes(tree).flatMap((node) => {
    if (!mayHoldUrl(tree, node) || roleOf(tree, node) === 'docstring') return []
    const literal = literalText(tree, node, (hole) => textOfConstant(source, hole))
    return urlsInLiteral(literal, tree.text).map(({ url, start, end, text }) => ({
      at: input.lines.placeOf(start, end),
      ...url.fields,
      text,
      role: roleInCode(source, node, literal, url),
    }))
  })
}

/** Colon and slashes may come out of escapes, or out of a hole before them. */
const mayHoldUrl = (tree: FlatTree, node: number): boolean => /:|\\|\{/.test(textOf(tree, node))

function textOfConstant(source: PythonSource, hole: number): string | undefined {
  const value = constantOf(source, hole)?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function roleInCode(source: PythonSource, node: number, literal: LiteralText, url: FoundUrl): UrlRole {
  if (url.fields.role === 'identifier') return 'identifier'
  const whole = bare(source.tree, node)
  if (isCompared(source, whole)) return 'adapter'
  if (isNamespace(source, whole) || isOfPackage(source, whole) || isProxy(source, whole)) return 'identifier'
  if (isMentioned(literal.resolved, url.start, url.end)) return 'identifier'
  if (url.fields.host !== undefined) return url.fields.role
  // Without a host it is a prefix: of an address that is put together here, or that addresses are compared with.
  const isContinued = /[{[<]/.test(literal.resolved[url.end] ?? '') || isJoined(source.tree, whole)
  return isContinued || isJoinedByName(source, whole) ? 'endpoint' : 'adapter'
}

/** Methods and functions whose argument is compared with, or cut from, an address rather than fetched. */
const comparing =
  /^(startswith|endswith|removeprefix|removesuffix|replace|r?split|r?partition|find|index|count|mount|[lr]?strip|match|fullmatch|search|findall|sub|compile)$/

function isCompared({ tree }: PythonSource, node: number): boolean {
  let inner = node
  while (/^(tuple|list|set|conditional_expression)$/.test(typeOf(tree, parentOf(tree, inner))))
    inner = parentOf(tree, inner)
  const around = parentOf(tree, inner)
  switch (typeOf(tree, around)) {
    case 'comparison_operator':
    case 'case_pattern':
      return true
    case 'argument_list': {
      const callee = fieldOf(tree, parentOf(tree, around), 'function')
      const attribute = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
      return attribute !== undefined && comparing.test(textOf(tree, attribute))
    }
    default:
      return false
  }
}

/** The value of a key that names what a document is made by, or an argument that registers a namespace. */
function isNamespace(source: PythonSource, node: number): boolean {
  const { tree } = source
  const around = parentOf(tree, node)
  switch (typeOf(tree, around)) {
    case 'pair': {
      const key = tree.fields[node] === 'value' ? fieldOf(tree, around, 'key') : undefined
      return key !== undefined && /^['"](\$schema|\$id|@context|@type|xmlns(:\w+)?)['"]$/.test(textOf(tree, key))
    }
    case 'argument_list': {
      const callee = fieldOf(tree, parentOf(tree, around), 'function')
      const name = callee === undefined ? undefined : thingNamed(source, callee)
      return name !== undefined && /(^|\.)(register_namespace|uuid3|uuid5|QName)$/.test(name)
    }
    default:
      return false
  }
}

/** `PROXIES = {"https": "http://…"}`, `proxies={…}`: what a request goes through is not what it asks. */
function isProxy({ tree }: PythonSource, node: number): boolean {
  let inner = node
  while (/^(pair|dictionary)$/.test(typeOf(tree, parentOf(tree, inner)))) inner = parentOf(tree, inner)
  const around = parentOf(tree, inner)
  if (!/^(assignment|keyword_argument)$/.test(typeOf(tree, around))) return false
  const name = fieldOf(tree, around, 'name') ?? fieldOf(tree, around, 'left')
  return (
    name !== undefined && tree.fields[inner] !== 'left' && /prox(y|ies)(_?url)?(['"]\])?$/i.test(textOf(tree, name))
  )
}

/** What a package says about itself: `setup(url="http://…", project_urls={…})`. */
function isOfPackage(source: PythonSource, node: number): boolean {
  const { tree } = source
  let inner = node
  while (/^(pair|dictionary|keyword_argument)$/.test(typeOf(tree, parentOf(tree, inner)))) inner = parentOf(tree, inner)
  const list = parentOf(tree, inner)
  if (typeOf(tree, list) !== 'argument_list') return false
  const callee = fieldOf(tree, parentOf(tree, list), 'function')
  const name = callee === undefined ? undefined : thingNamed(source, callee)
  return name !== undefined && /^(setuptools|distutils\.core)\.setup$/.test(name)
}

/** `"http://" + host`, `"http://%s" % host`, `"http://{}".format(host)`, `"".join(["http://", host])`. */
function isJoined(tree: FlatTree, node: number): boolean {
  let whole = node
  while (typeOf(tree, parentOf(tree, whole)) === 'conditional_expression') whole = bare(tree, parentOf(tree, whole))
  const around = parentOf(tree, whole)
  if (typeOf(tree, around) === 'binary_operator' || typeOf(tree, around) === 'interpolation') return true
  const list = typeOf(tree, around) === 'list' || typeOf(tree, around) === 'tuple' ? parentOf(tree, around) : -1
  const callee = typeOf(tree, list) === 'argument_list' ? fieldOf(tree, parentOf(tree, list), 'function') : undefined
  const method = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
  return method !== undefined && textOf(tree, method) === 'join'
}

/** More uses of one name than this are not looked through. */
const mostUses = 200

/** `scheme = "http://"`, and later `scheme + host`. */
function isJoinedByName({ tree, bindings, uses }: PythonSource, node: number): boolean {
  let value = node
  while (typeOf(tree, parentOf(tree, value)) === 'conditional_expression') value = bare(tree, parentOf(tree, value))
  const assignment = parentOf(tree, value)
  const name = typeOf(tree, assignment) === 'assignment' ? fieldOf(tree, assignment, 'left') : undefined
  if (name === undefined || typeOf(tree, name) !== 'identifier') return false
  const mentions = uses.mentionsOf(textOf(tree, name)).slice(0, mostUses)
  const isSame = (mention: number) =>
    bindings
      .lookup(textOf(tree, name), mention)
      .some((binding) => binding.kind === 'value' && (binding.node === value || binding.node === node))
  return mentions.some((mention) => mention !== name && isJoined(tree, mention) && isSame(mention))
}
