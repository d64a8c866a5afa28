/**
 * How tree-sitter keeps trees in the memory of its module (32 bits, little endian), as far as they are read here. It
 * promises none of it: `index.ts` compares with what cursors say before anything is read this way.
 *
 *     tree       root slot (8)   language (4) …                       the address of the root slot is the root's `id`
 *
 *     slot       8 bytes, a node in place or the address of one; the lowest bit tells
 *       1 in place     byte 0  1 | visible 2 | named 4 | extra 8 | … | missing 32 | …
 *                      byte 1  symbol
 *                      byte 6  bytes of padding in front of it      byte 7  bytes of the node itself
 *       0 elsewhere    bytes 0 to 3  address of a node
 *
 *     node       slots of its children, the last one directly in front of the address
 *       ▶  0     references to it
 *          4     padding: bytes, rows, columns
 *         16     size: bytes, rows, columns
 *         36     how many children
 *         40     symbol (2)
 *         44     visible 1 | named 2 | extra 4 | … | missing 512 | …
 *         48     how many visible descendants without a visible one between, where there are children
 *         66     production (2), where there are children
 *
 *     language    28 productions   32 fields   36 length of an alias sequence (2)
 *                 64 slices        of 2 × 2 bytes, a production each: first field entry, how many
 *                 68 field entries of 4 bytes: field (2), index of the child (1), inherited (1)
 *                 76 public symbols, 2 bytes a symbol
 *                 84 alias sequences, 2 bytes a child, a production each; production 0 has none
 *
 * A byte is half a UTF-16 unit. Nodes that are not visible stand for their children, unless their parent's production
 * gives them an alias. Comments and the like ("extra") stand outside of productions.
 */

/** What the productions of a language say of their children. */
export interface Productions {
  /** How many children at most something is said of. */
  readonly width: number
  /** By production × width + child: the symbol as which the child is shown, 0 for its own. */
  readonly aliases: Uint16Array
  /** By the same: the field of the child, 0 for none. */
  readonly fields: Uint16Array
  /** By symbol, the one that stands for it outside. */
  readonly publicSymbols: Uint16Array
}

/** Symbols from here on are errors; they stand for themselves. */
export const firstErrorSymbol = 0xfffe

/** `root`: the address of a root slot. */
export function productionsAt(memory: ArrayBuffer, root: number, symbols: number): Productions {
  const view = new DataView(memory)
  const language = view.getUint32(root + 8, true)
  const [count, fieldCount] = [view.getUint32(language + 28, true), view.getUint32(language + 32, true)]
  const aliasWidth = view.getUint16(language + 36, true)
  const entries = fieldCount === 0 ? [] : fieldEntries(view, language, count)
  const width = entries.reduce((most, { child }) => Math.max(most, child + 1), aliasWidth)
  const [aliases, fields] = [new Uint16Array(count * width), new Uint16Array(count * width)]
  const sequences = view.getUint32(language + 84, true)
  for (let production = 1; production < count; production++) {
    for (let child = 0; child < aliasWidth; child++) {
      aliases[production * width + child] = view.getUint16(sequences + (production * aliasWidth + child) * 2, true)
    }
  }
  // The first entry of a child counts.
  for (const { production, child, field } of entries.reverse()) fields[production * width + child] = field
  const map = view.getUint32(language + 76, true)
  const publicSymbols = Uint16Array.from({ length: symbols }, (_, symbol) => view.getUint16(map + symbol * 2, true))
  return { width, aliases, fields, publicSymbols }
}

interface FieldEntry {
  readonly production: number
  readonly child: number
  readonly field: number
}

/** Those that are said of the child itself, not of what is in it. */
function fieldEntries(view: DataView, language: number, productions: number): FieldEntry[] {
  const [slices, map] = [view.getUint32(language + 64, true), view.getUint32(language + 68, true)]
  const entries: FieldEntry[] = []
  for (let production = 0; production < productions; production++) {
    const first = view.getUint16(slices + production * 4, true)
    const length = view.getUint16(slices + production * 4 + 2, true)
    for (let entry = map + first * 4; entry < map + (first + length) * 4; entry += 4) {
      const isInherited = view.getUint8(entry + 3) !== 0
      const child = view.getUint8(entry + 2)
      if (!isInherited) entries.push({ production, child, field: view.getUint16(entry, true) })
    }
  }
  return entries
}
