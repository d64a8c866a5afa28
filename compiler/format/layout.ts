/**
 * Text that knows where it may be broken. A group stands on one line where that fits, and otherwise breaks at all lines
 * of its own, whatever the groups inside it do (Oppen, "Prettyprinting", 1980).
 */
export type Layout =
  | string
  | readonly Layout[]
  /** Lines that begin inside stand so many columns further in. */
  | { readonly kind: 'indent'; readonly by: number; readonly of: Layout }
  /** A line end, or `flat` where the group around it stands on one line. */
  | { readonly kind: 'line'; readonly flat: '' | ' ' }
  /** A line end where `next` does not fit behind what stands on the line already, else a space. */
  | { readonly kind: 'gap'; readonly next: Layout }
  | { readonly kind: 'group'; readonly of: Layout }

export const space: Layout = { kind: 'line', flat: ' ' }
export const edge: Layout = { kind: 'line', flat: '' }
export const group = (...of: readonly Layout[]): Layout => ({ kind: 'group', of })
export const indent = (by: number, ...of: readonly Layout[]): Layout => ({ kind: 'indent', by, of })

/** As many parts on each line as fit. */
export const filled = (parts: readonly Layout[]): Layout =>
  parts.map((next, index) => (index === 0 ? next : [{ kind: 'gap', next }, next]))

interface Task {
  readonly layout: Layout
  readonly margin: number
  readonly flat: boolean
}

/** Lays out within `width` columns; what cannot be broken may be longer. The first line is at `margin` already. */
export function laidOut(layout: Layout, width: number, margin: number): string {
  const parts: string[] = []
  let column = margin
  const write = (text: string) => {
    parts.push(text)
    const lineEnd = text.lastIndexOf('\n')
    column = lineEnd === -1 ? column + text.length : text.length - lineEnd - 1
  }
  const waiting: Task[] = [{ layout, margin, flat: false }]
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    const { layout: part, margin: left, flat } = task
    if (typeof part === 'string') write(part)
    else if (isRow(part)) pushRow(waiting, part, task)
    else if (part.kind === 'indent') waiting.push({ layout: part.of, margin: left + part.by, flat })
    else if (part.kind === 'group')
      waiting.push({ layout: part.of, margin: left, flat: flat || fits(part.of, width - column, waiting) })
    else if (part.kind === 'gap') write(flat || fits([' ', part.next], width - column, []) ? ' ' : lineEndAt(left))
    else write(flat ? part.flat : lineEndAt(left))
  }
  return parts.join('')
}

const isRow = (layout: Layout): layout is readonly Layout[] => Array.isArray(layout)

const lineEndAt = (margin: number): string => `\n${' '.repeat(margin)}`

function pushRow(waiting: Task[], row: readonly Layout[], { margin, flat }: Task): void {
  for (let index = row.length - 1; index >= 0; index--) waiting.push({ layout: row[index] as Layout, margin, flat })
}

/** Whether a layout on one line, with what follows it up to the next line end, takes no more than `room` columns. */
function fits(layout: Layout, room: number, after: readonly Task[]): boolean {
  const waiting: Task[] = [{ layout, margin: 0, flat: true }]
  let [left, behind] = [room, after.length]
  while (left >= 0) {
    const task = waiting.pop() ?? after[--behind]
    if (task === undefined) return true
    const { layout: part, flat } = task
    if (typeof part === 'string') {
      const lineEnd = part.indexOf('\n')
      if (lineEnd !== -1) return lineEnd <= left
      left -= part.length
    } else if (isRow(part)) pushRow(waiting, part, task)
    else if (part.kind === 'line' || part.kind === 'gap') {
      if (!flat) return true
      left -= part.kind === 'gap' ? 1 : part.flat.length
    } else waiting.push({ ...task, layout: part.of })
  }
  return false
}
