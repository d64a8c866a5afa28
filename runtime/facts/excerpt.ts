const longest = 200

/** A piece of the scanned text as facts show it: at most 200 UTF-16 units, never ending within a character. */
export function excerpt(text: string): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
