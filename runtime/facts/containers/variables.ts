/** What `ENV` and `ARG` set: `NAME=value NAME="a b"`, and `NAME the rest of the line` as it used to be written. */
import type { Assignment } from '../configuration/assignments.ts'
import type { MappedText } from '../mapped-text.ts'

const pair = /([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|(?:\\.|[^\s\\"'])*)/g
const old = /^([A-Za-z_]\w*)\s+(\S[\s\S]*)$/

export function variablesOf({ text }: MappedText): readonly Assignment[] {
  const rest = old.exec(text)
  if (rest !== null) return [{ key: rest[1]!, value: rest[2]!, start: 0, end: text.length }]
  return Array.from(text.matchAll(pair), ({ 0: written, 1: key = '', 2: value = '', index }) => ({
    key,
    value: /^(["'])([\s\S]*)\1$/.exec(value)?.[2] ?? value,
    start: index,
    end: index + written.length,
  }))
}
