/** A set of words, written as one text with spaces and line ends between them. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
