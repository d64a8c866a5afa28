/**
 * A custom section, `proviso.items`: which functions of a module work out which item, for people who want to know where
 * an evaluation stands. JSON: `[["CRED-05", first function, how many], …]`.
 */
import { join, name, readSections, section, sectionId } from './binary.ts'

export type ItemFunctions = readonly (readonly [item: string, first: number, count: number])[]

const title = 'proviso.items'

export function withItems(module: Uint8Array, items: ItemFunctions): Uint8Array {
  const content = new TextEncoder().encode(JSON.stringify(items))
  return join(module, section(sectionId.custom, join(name(title), content)))
}

/** The item that a function works for; undefined for those that several share, and for modules of others. */
export function itemOfFunction(module: Uint8Array, index: number): string | undefined {
  const prefix = name(title)
  const found = readSections(module).find(
    ({ id, content }) => id === sectionId.custom && prefix.every((byte, at) => content[at] === byte),
  )
  if (found === undefined) return undefined
  const items = JSON.parse(new TextDecoder().decode(found.content.subarray(prefix.length))) as ItemFunctions
  return items.find(([, first, count]) => index >= first && index < first + count)?.[0]
}
