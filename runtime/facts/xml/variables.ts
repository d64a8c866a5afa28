/** Variables of a rule set: `<var name="SSHD">sshd</var>`, used as `$SSHD` in attributes and texts alike. */

/** A value that grows beyond this is cut: variables may hold variables. */
const longest = 10_000
const rounds = 3

/** `$(field)` shows a field of the event and stays. */
export function expanded(text: string, variables: ReadonlyMap<string, string>): string {
  let result = text
  for (let round = 0; round < rounds && result.includes('$') && result.length < longest; round++) {
    result = result.replace(/\$(\w+)/g, (written, name) => variables.get(name) ?? written)
  }
  return result.slice(0, longest)
}
