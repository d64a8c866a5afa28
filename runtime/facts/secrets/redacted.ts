/** What may be shown of a credential: how it begins where that is only its kind, and how long it is. */
export function redacted(value: string): string {
  const kind =
    /^(?:-----BEGIN [A-Z ]{1,40}-----|[A-Za-z]{2,6}[-_](?:[a-z]{2,4}[-_])?|eyJ|AKIA|ASIA|AIza)/.exec(value)?.[0] ?? ''
  const shown = value.length >= kind.length + 12 ? kind : ''
  return `${shown}… (${value.length} characters)`
}
