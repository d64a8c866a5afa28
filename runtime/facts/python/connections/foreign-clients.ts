/**
 * Clients of libraries that nobody here knows: an object of foreign code that is given a credential or an address, and
 * whose methods are called. How long it waits, and whether it verifies anything, only its library says.
 */

import { namesCredential } from '../../credential-names.ts'
import { childrenOf, fieldOf, nodesOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { builtins } from '../builtins.ts'
import { constantOf } from '../constants.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { madeBy } from './clients.ts'
import { connectorOf, networkModules } from './libraries/index.ts'

/** The first maker of such a client, dotted; undefined where there is none. */
export function foreignClient(source: PythonSource): string | undefined {
  for (const call of nodesOf(source.tree, 'call')) {
    const maker = makerCalled(source, call)
    if (maker !== undefined && isGivenAccess(source, call) && isUsed(source, call, maker)) return maker
  }
  return undefined
}

/** A class, or a function that is named for what it makes. */
const makers = /(^|_)(client|connect(ion)?|resource|build|session|login|service)(_|$)|^[A-Z]\w*[a-z]/
/** What is asked later for what lies elsewhere, where nobody is seen to ask it. */
const clientWord = /client|api|session|connect|service|resource|build|login/i
/** What holds, hides or computes, and connects to nothing. */
const holders =
  /(Secret\w*|Ur[li]|URL|URI|Token|Key|Credentials?|Auth|Field|Option|Argument|Settings|Config|Model|Path|Fernet|Cipher|Signer|Serializer|Hasher|Template|Request|Response|Error|Exception|Parser|Logger)$/

function makerCalled(source: PythonSource, call: number): string | undefined {
  const callee = fieldOf(source.tree, call, 'function')
  if (callee === undefined || isDecorator(source, call)) return undefined
  const { kind, dotted } = meaningOf(source, callee)
  const [module = ''] = dotted.split('.')
  const name = dotted.slice(dotted.lastIndexOf('.') + 1)
  const isKnown = networkModules.test(dotted) || connectorOf(dotted) !== undefined || builtins.has(module)
  if (kind !== 'thing' || isKnown || !dotted.includes('.') || !makers.test(name) || holders.test(name)) return undefined
  const isForeign = !source.modules.isOwn(dotted) && source.modules.provenanceOf(dotted, undefined) === 'external'
  return isForeign ? dotted : undefined
}

const isDecorator = ({ tree }: PythonSource, call: number): boolean =>
  typeOf(tree, parentOf(tree, call)) === 'decorator'

const namesAddress = /(^|_)(url|uri|host(name)?|server|endpoint|domain|dsn|base)$/i

/** A credential or an address, by the name of the option, by what is written there, or by what it holds. */
function isGivenAccess(source: PythonSource, call: number): boolean {
  const { tree } = source
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return false
  return [...childrenOf(tree, list)].some((child) => {
    const isNamed = typeOf(tree, child) === 'keyword_argument'
    const name = isNamed ? fieldOf(tree, child, 'name') : undefined
    const value = (isNamed ? fieldOf(tree, child, 'value') : undefined) ?? child
    const names = [...(name === undefined ? [] : [textOf(tree, name)]), lastNameOf(source, value)]
    const constant = constantOf(source, value)
    if (constant?.value === null || typeof constant?.value === 'boolean') return false
    if (typeof constant?.value === 'string' && /^https?:\/\//.test(constant.value)) return true
    return names.some((one) => namesCredential(one) || namesAddress.test(one))
  })
}

/** `config.token`, `os.environ["TOKEN"]` and `token` are all called a token. */
function lastNameOf({ tree }: PythonSource, value: number): string {
  return /(\w+)\W*$/.exec(textOf(tree, value).slice(-100))?.[1] ?? ''
}

/** Its methods are called, or whoever calls the function that makes it gets it. */
function isUsed(source: PythonSource, call: number, maker: string): boolean {
  const { tree } = source
  const around = parentOf(tree, call)
  const isChained = tree.fields[call] === 'object' && tree.fields[around] === 'function'
  const isHandedOut = typeOf(tree, around) === 'return_statement' && clientWord.test(maker)
  return isChained || isHandedOut || madeBy(source, call).deeds.some(({ kind }) => kind === 'call')
}
