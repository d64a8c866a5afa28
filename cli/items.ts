/** One item by its identifier. */
import { didYouMean, type TypedChecklist, type TypedItem } from '../compiler/index.ts'
import { Failure } from './failure.ts'

export interface Named {
  readonly checklist: TypedChecklist
  readonly item: TypedItem
}

/**
 * The item that is called so now or was called so once, with or without its checklist's name before it.
 * @throws Failure if there is none.
 */
export function itemNamed(checklists: readonly TypedChecklist[], name: string): Named {
  const all = checklists.flatMap((checklist) => checklist.items.map((item) => ({ checklist, item })))
  const isCalled = ({ checklist, item }: Named) => item.id === name || `${checklist.id}/${item.id}` === name
  const found = all.find(isCalled) ?? all.find(({ item }) => item.was.includes(name))
  if (found !== undefined) return found
  const ids = all.map(({ item }) => item.id)
  throw new Failure(`there is no item "${name}"`, didYouMean(name, ids) || `There are: ${ids.join(', ')}.`)
}
