import type { TypedPattern } from '../typed.ts'

/** A pattern as the language writes it. */
export const patternText = ({ source, ignoreCase }: Pick<TypedPattern, 'source' | 'ignoreCase'>): string =>
  `/${source.replaceAll('/', '\\/')}/${ignoreCase ? 'i' : ''}`
