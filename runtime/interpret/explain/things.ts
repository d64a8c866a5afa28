/** How a fact reads: its kind, and the text that tells it from others of the kind. */
import type { Instance } from '../instances.ts'

/** Fields that tell facts apart, the more telling ones first. */
const telling = [
  'text',
  'callee',
  'path',
  'value',
  'name',
  'title',
  'file_name',
  'path_text',
  'key',
  'id',
  'target',
  'form',
]

const longest = 80

export function thingWords(name: string, instance: Instance): string {
  if (instance.kind === 'text') return `${name} ${JSON.stringify(instance.text)}`
  const { fields } = instance
  const field = telling.find((each) => fields[each] !== undefined && fields[each] !== '')
  const kind = instance.kind === 'fact' ? instance.of : name
  return field === undefined ? kind : `${kind} ${shortened(String(fields[field]))}`
}

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
