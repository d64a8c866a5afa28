/** The lines in which two texts differ, as people know them from patches. */
import { type Style, visible } from './style.ts'

/**
 *     12 - no url where shceme is "http"
 *     12 + no url where scheme is "http"
 */
export function changedLines(before: string, after: string, style: Style): readonly string[] {
  const [old, now] = [before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)]
  const shown: string[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (old[i] === now[j]) {
      ;[i, j] = [i + 1, j + 1]
      continue
    }
    const [removed, added] = nextCommon(old, now, i, j)
    const digits = String(Math.max(old.length, now.length)).length
    const line = (number: number, mark: string, text = '') =>
      `${String(number).padStart(digits)} ${mark} ${visible(text)}`
    for (; i < removed; i++) shown.push(style.bad(line(i + 1, '-', old[i])))
    for (; j < added; j++) shown.push(style.good(line(j + 1, '+', now[j])))
  }
  return shown
}

/** How far ahead the same line is looked for: fixes change few lines. */
const furthest = 200

/** The nearest lines behind a difference that are equal again. */
function nextCommon(old: readonly string[], now: readonly string[], i: number, j: number): readonly [number, number] {
  for (let distance = 1; distance < furthest; distance++) {
    for (let removed = 0; removed <= distance; removed++) {
      const [a, b] = [i + removed, j + distance - removed]
      if (a <= old.length && b <= now.length && old[a] === now[b]) return [a, b]
    }
  }
  return [old.length, now.length]
}
