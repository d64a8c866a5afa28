/** What calls give: objects of classes, functions that are made of others, modules, and what the file's own functions return. */
import { fieldOf, firstChild, textOf } from '../syntax/flat.ts'
import { ofAnnotation } from './annotations.ts'
import { constantOf } from './constants.ts'
import { importers } from './imports.ts'
import { resultClass } from './instances.ts'
import { deepest, instance, type Meaning, thing, unresolved } from './meaning.ts'
import { basesOf, memberOf } from './members.ts'
import { meaningOf } from './names.ts'
import type { PythonSource } from './source.ts'

export function ofCall(source: PythonSource, node: number, depth: number): Meaning {
  const { tree } = source
  const callee = fieldOf(tree, node, 'function')
  const list = fieldOf(tree, node, 'arguments')
  if (callee === undefined) return unresolved(textOf(tree, node))
  const called = meaningOf(source, callee, depth + 1)
  const first = list === undefined ? undefined : firstChild(tree, list)
  switch (called.kind) {
    case 'class':
      return instance(called.dotted, called.node)
    case 'function':
      return returnedBy(source, called.node, depth) ?? { kind: 'result', dotted: `${called.dotted}()` }
    case 'thing':
      return (
        (first === undefined ? undefined : ofSpecialCall(source, node, called.dotted, first, depth)) ??
        (called.dotted === 'super' ? ofSuper(source, node, depth) : undefined) ??
        ofResult(called.dotted)
      )
    default:
      return { kind: 'result', dotted: `${called.dotted}()` }
  }
}

function ofResult(dotted: string): Meaning {
  const name = resultClass(dotted)
  return name === undefined ? { kind: 'result', dotted: `${dotted}()` } : instance(name)
}

/** Calls that give a function or a module: `partial(function, …)`, `getattr(module, "name")`, `import_module("name")`. */
function ofSpecialCall(
  source: PythonSource,
  node: number,
  callee: string,
  first: number,
  depth: number,
): Meaning | undefined {
  if (callee === 'functools.partial') {
    const target = meaningOf(source, first, depth + 1)
    if (target.kind !== 'thing' && target.kind !== 'function' && target.kind !== 'class') return undefined
    return thing(target.dotted, [...(target.kind === 'thing' ? target.partials : []), node])
  }
  if (callee === 'getattr') {
    const name = constantOf(source, source.tree.nexts[first] ?? first)?.value
    const object = typeof name === 'string' ? meaningOf(source, first, depth + 1) : undefined
    return object === undefined ? undefined : memberOf(source, object, String(name), depth)
  }
  const module = importers.has(callee) ? constantOf(source, first)?.value : undefined
  if (typeof module !== 'string') return undefined
  // `__import__("a.b")` gives `a`, as the statement does.
  return thing(callee === '__import__' ? (module.split('.')[0] ?? module) : module)
}

/** In a method, an object of the only class that its class is made from. */
function ofSuper(source: PythonSource, node: number, depth: number): Meaning | undefined {
  const owner = source.scopes.classOf(source.scopes.functionOf(node))
  const [only, other] = owner === undefined ? [] : basesOf(source, owner)
  if (only === undefined || other !== undefined) return undefined
  const base = meaningOf(source, only, depth + 1)
  return instance(base.dotted, base.kind === 'class' ? base.node : undefined)
}

/** What a function says that it returns, or plainly does. */
export function returnedBy(source: PythonSource, definition: number, depth = 0): Meaning | undefined {
  const annotation = fieldOf(source.tree, definition, 'return_type')
  const said = annotation === undefined ? undefined : ofAnnotation(source, annotation, depth + 1)
  if (said !== undefined) return said
  const [only, other] = source.uses.returnsOf(definition)
  if (only === undefined || other !== undefined || depth > deepest) return undefined
  const meaning = meaningOf(source, only, depth + 1)
  return meaning.kind === 'instance' ? meaning : undefined
}
