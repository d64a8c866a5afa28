/** Whether the certificate of the other side is verified. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { type FlatTree, fieldOf, nodesOf, textOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { optionsNamed } from '../options.ts'
import type { JavaScriptSource } from '../source.ts'
import { givenOf } from '../syntax.ts'
import { alternativesOf, makersOf } from '../values.ts'
import type { Connector } from './libraries.ts'

type Verification = Pick<LocalFact<'connection'>, 'verification' | 'verification_setting'>

export function verificationOf(
  source: JavaScriptSource,
  { verification, agents }: Connector,
  objects: readonly number[],
  isPlain: boolean,
): Verification {
  if (isPlain) return { verification: 'none' }
  const told = [
    ...objects.flatMap((object) => verification.flatMap((name) => switchedBy(source, object, name))),
    ...objects.flatMap((object) => agents.flatMap((name) => ofAgent(source, object, name))),
    ...ofFile(source),
  ]
  const order = ['off', 'optional', 'on', 'unknown'] as const
  for (const state of order) {
    const found = told.find((each) => each.verification === state)
    if (found !== undefined) return found
  }
  return { verification: 'on' }
}

/** What an option comes to that has to be true. */
function switchedBy(source: JavaScriptSource, object: number, name: string): readonly Verification[] {
  return optionsNamed(source, object, name).flatMap((option) =>
    option.kind === 'given' ? stateOf(source, option.node, (value) => Boolean(value)) : [],
  )
}

function stateOf(
  source: JavaScriptSource,
  node: number,
  isOn: (value: string | number | boolean | null) => boolean,
): readonly Verification[] {
  const setting = excerpt(textOf(source.tree, source.tree.parents[node] ?? node))
  return alternativesOf(source, node).map((each): Verification => {
    const value = each.kind === 'expression' ? constantOf(source, each.node)?.value : undefined
    if (each.kind === 'nothing' || (value !== undefined && isOn(value))) return { verification: 'on' }
    // What is not known here, somebody sets: a variable of the environment, an option, a caller.
    return { verification: value === undefined ? 'optional' : 'off', verification_setting: setting }
  })
}

/** `agent: new https.Agent({ rejectUnauthorized: false })`, `dispatcher: new Agent({ connect: { … } })`. */
function ofAgent(source: JavaScriptSource, object: number, name: string): readonly Verification[] {
  return optionsNamed(source, object, name).flatMap((option) => {
    if (option.kind !== 'given') return []
    return makersOf(source, option.node).flatMap((maker) =>
      givenOf(source.tree, maker).flatMap((given) =>
        ['rejectUnauthorized', 'connect.rejectUnauthorized', 'requestTls.rejectUnauthorized'].flatMap((each) =>
          switchedBy(source, given, each),
        ),
      ),
    )
  })
}

const known = new WeakMap<FlatTree, readonly Verification[]>()

/** What the file sets for all: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"`, the options of the global agent. */
function ofFile(source: JavaScriptSource): readonly Verification[] {
  const { tree } = source
  const found =
    known.get(tree) ?? [...nodesOf(tree, 'assignment_expression')].flatMap((node) => ofAssignment(source, node))
  known.set(tree, found)
  return found
}

function ofAssignment(source: JavaScriptSource, node: number): readonly Verification[] {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return []
  const target = textOf(tree, left)
  if (target.includes('NODE_TLS_REJECT_UNAUTHORIZED')) return stateOf(source, right, (value) => String(value) !== '0')
  const isGlobal = /\bglobalAgent\s*\.\s*options\s*\.\s*rejectUnauthorized$/.test(target)
  const isDefault = /\bdefaults\s*\.\s*httpsAgent$/.test(target)
  if (isGlobal) return stateOf(source, right, (value) => Boolean(value))
  if (!isDefault) return []
  return makersOf(source, right).flatMap((maker) =>
    givenOf(tree, maker).flatMap((given) => switchedBy(source, given, 'rejectUnauthorized')),
  )
}
