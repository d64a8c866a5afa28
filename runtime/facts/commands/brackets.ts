/**
 * The offset behind the bracket or quote that closes the one at `start`, or nothing where it stays open. What opens
 * within is kept on a stack, never followed by a call, so that a million brackets cost one pass.
 */
export function closingOf(text: string, start: number): number | undefined {
  const open: string[] = []
  for (let i = start; i < text.length; i++) {
    const character = text[i]!
    const awaited = open.at(-1)
    if (character === '\\' && awaited !== "'") i++
    else if (character === awaited) open.pop()
    else if (awaited !== "'") {
      const closer = closerOf(character, text[i - 1], awaited === '"')
      if (closer !== undefined) open.push(closer)
    }
    if (open.length === 0) return i + 1
  }
  return undefined
}

/** What closes a character that opens something; within double quotes only expansions open. */
function closerOf(character: string, before: string | undefined, quoted: boolean): string | undefined {
  switch (character) {
    case '(':
      return quoted && before !== '$' ? undefined : ')'
    case '{':
      return before === '$' ? '}' : undefined
    case '`':
      return '`'
    case '"':
    case "'":
      return quoted ? undefined : character
    default:
      return undefined
  }
}
