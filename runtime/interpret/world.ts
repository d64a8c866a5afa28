/** What a checklist is judged by: the document, the parameters that hold for it, and what has been looked up so far. */
import type { FactsDocument, Scalar, TypedChecklist, TypedDefinition, TypedParameter } from '../../compiler/index.ts'
import type { Source } from './instances.ts'
import { type Memory, newMemory } from './memory.ts'

export interface World extends Source {
  readonly checklist: TypedChecklist
  readonly definitions: ReadonlyMap<string, TypedDefinition>
  readonly memory: Memory
}

export function worldOf(checklist: TypedChecklist, document: FactsDocument): World {
  return {
    checklist,
    document,
    definitions: new Map(checklist.definitions.map((definition) => [definition.name, definition])),
    parameters: new Map(
      checklist.parameters.map((parameter) => [parameter.name, parameterIn(document, checklist.id, parameter)]),
    ),
    memory: newMemory(),
  }
}

/** The value that the document states, where it is of the parameter's type; else the checklist's own. */
function parameterIn(document: FactsDocument, checklist: string, { name, type, value }: TypedParameter) {
  const stated: unknown = document.parameters?.[checklist]?.[name]
  return isOfType(stated, type) ? (stated as Scalar | readonly Scalar[]) : value
}

const scalarTypes = { text: 'string', number: 'number', boolean: 'boolean' } as const

function isOfType(value: unknown, type: TypedParameter['type']): boolean {
  switch (type) {
    case 'list of text':
    case 'list of number': {
      const wanted = type === 'list of text' ? 'string' : 'number'
      return Array.isArray(value) && value.every((each) => typeof each === wanted)
    }
    default:
      return typeof value === scalarTypes[type]
  }
}
