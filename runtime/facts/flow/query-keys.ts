/** Addresses with a query among texts that code puts together. */

/** The keys of the query in a text; none where it does not look like the end of an address. */
export function queryKeysIn(text: string): readonly string[] {
  const query = /(?:^|[/\w.}\]-])\?([\w.[\]-]+=[\s\S]*)|^&([\w.[\]-]+=[\s\S]*)$/.exec(text)
  const pairs = query?.[1] ?? query?.[2]
  if (pairs === undefined) return []
  return [...pairs.matchAll(/(?:^|&)([\w.[\]-]+)=/g)].flatMap((match) => match[1] ?? [])
}
