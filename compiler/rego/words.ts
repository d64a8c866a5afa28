/** Which words Rego keeps for itself. */

/** Words that no variable and no rule may be called; behind a dot they stand in brackets. */
export const keywords: ReadonlySet<string> = new Set([
  'as',
  'contains',
  'data',
  'default',
  'else',
  'every',
  'false',
  'if',
  'import',
  'in',
  'input',
  'not',
  'null',
  'package',
  'set',
  'some',
  'true',
  'with',
])

/** Builtins, as far as Proviso writes them; a dotted one takes the word before its dot. */
export const builtins = [
  'array.slice',
  'concat',
  'contains',
  'count',
  'endswith',
  'equal',
  'gt',
  'gte',
  'internal.member_2',
  'is_array',
  'is_boolean',
  'is_null',
  'is_number',
  'is_object',
  'is_string',
  'json.marshal',
  'lt',
  'lte',
  'neq',
  'regex.match',
  'startswith',
] as const

export const isIdentifier = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !keywords.has(text)
