/**
 * What the extractor of a kind may ask of an expression in a Python file. `source` is the file, `node` a node of its flat
 * tree.
 *
 *     originsOf(source, node)     where the value comes from; goes as it is into a field with elements "origin". What
 *                                 other functions and modules decide is put in when all files were read, so that only
 *                                 a linker sees it: an extractor decides nothing on the origins of form "call",
 *                                 "parameter" and "global".
 *     constantOf(source, node)    the literal that it comes to, through names, defaults and operators; undefined where
 *                                 that is not known, `{ value: null }` for None.
 *     calleeOf(source, call)      what a call calls, by its dotted name: "json.loads", "logging.Logger.info",
 *                                 "package.module.function"; undefined where it stands for nothing known.
 *     classOf(source, node)       the dotted name of the class of an object; undefined where that is not evident.
 *     argumentsOf(…)              in `arguments.ts`: the arguments with all of these.
 */
import { fieldOf } from '../syntax/flat.ts'
import { meaningOf } from './names.ts'
import type { PythonSource } from './source.ts'

export { constantOf } from './constants.ts'
export { originsOf } from './origins.ts'

/** `call` is a node of type "call". */
export function calleeOf(source: PythonSource, call: number): string | undefined {
  const callee = fieldOf(source.tree, call, 'function')
  const meaning = callee === undefined ? undefined : meaningOf(source, callee)
  return meaning === undefined || meaning.kind === 'unresolved' || meaning.kind === 'result'
    ? undefined
    : meaning.dotted
}

export function classOf(source: PythonSource, node: number): string | undefined {
  const meaning = meaningOf(source, node)
  return meaning.kind === 'instance' ? meaning.dotted : undefined
}
