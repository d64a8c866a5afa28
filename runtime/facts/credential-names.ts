/** Whether what has a name is a credential, as the name of a variable, a setting or a key tells. */

/** Words of credentials anywhere in the name: `API_TOKEN`, and `TOKEN_FILE` as well. */
export const namesCredential = (name: string): boolean =>
  /(^|[._-])(api[._-]?key|access[._-]?key|client[._-]?secret|secret|token|passw(or)?d|passphrase|credentials?)([._-]|$)/i.test(
    name,
  )

/** The last word says what is held: `api_key` and `client_secret` are credentials, `api_key_id` and `token_url` hold none. */
export const isCalledCredential = (name: string): boolean =>
  /(^|[^a-z])(api[_-]?key|(access|secret|private)[_-]?key|secret|token|passw(or)?d|passphrase|credential)s?$/i.test(
    name,
  )
