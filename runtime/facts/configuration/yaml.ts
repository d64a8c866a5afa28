/**
 * YAML, from its concrete syntax: every scalar with its place. Aliases stand for the scalar that has their anchor; whole
 * collections are never copied, so that no document grows when it is read.
 */
import { CST, Parser } from 'yaml'
import { deepestKey, type Literal, literalOf, SettingList, type Settings, tooDeep } from './setting.ts'

type Token = CST.Token
type Source = CST.SourceToken
type Scalar = CST.FlowScalar | CST.BlockScalar

export function yamlSettings(text: string): Settings {
  const reader = new Reader()
  for (const token of new Parser().parse(text)) {
    reader.take(token)
    if (reader.list.full) break
  }
  return reader.list
}

class Reader {
  readonly list = new SettingList()
  /** By anchor, of the document that is read. */
  #anchors = new Map<string, Literal>()

  take(token: Token): void {
    if (token.type === 'error') this.list.stop('does not parse as YAML', token.offset)
    if (token.type !== 'document') return
    this.#anchors = new Map()
    if (token.value !== undefined) this.#value(token.value, [], undefined)
    this.#check(token.start)
    this.#check(token.end)
  }

  /** `start`: where the key stands, for a value of a mapping. */
  #value(token: Token, path: readonly string[], start: number | undefined, anchor?: string): void {
    switch (token.type) {
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        this.#collection(token, path)
        break
      case 'alias':
        this.#scalar(path, this.#anchors.get(token.source.slice(1)), start, token.offset, token.source.length)
        break
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar': {
        const value = this.#literal(token)
        if (anchor !== undefined) this.#anchors.set(anchor, value)
        const length = token.type === 'block-scalar' ? blockLength(token) : token.source.length
        this.#scalar(path, value, start, token.type === 'block-scalar' ? headOf(token) : token.offset, length)
        break
      }
      default:
        this.list.stop('does not parse as YAML', token.offset)
    }
  }

  #scalar(path: readonly string[], value: Literal | undefined, start: number | undefined, at: number, length: number) {
    if (start === undefined) this.list.addMember(path, value, at, at + length)
    else this.list.add(path, value, start, at + length)
  }

  #literal(token: Scalar): Literal {
    const onError = (offset: number): void => this.list.stop('does not parse as YAML', offset)
    const { value } = CST.resolveAsScalar(token, true, onError)
    return token.type === 'scalar' ? literalOf(value) : value
  }

  #collection(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, path: readonly string[]): void {
    if (path.length >= deepestKey) {
      this.list.stop(tooDeep, token.offset)
      return
    }
    const isList = token.type === 'block-seq' || (token.type === 'flow-collection' && token.start.source === '[')
    for (const item of token.items) this.#item(item, path, isList)
    if (token.type !== 'flow-collection') return
    const closing = token.start.source === '[' ? ']' : '}'
    if (!token.end.some(({ source }) => source === closing)) this.list.stop('does not parse as YAML', token.offset)
  }

  #item({ start, key, sep, value }: CST.CollectionItem, path: readonly string[], isList: boolean): void {
    this.#check(start)
    this.#check(sep)
    const anchor = (sep ?? start).find(({ type }) => type === 'anchor')?.source.slice(1)
    if (isList && key == null) {
      if (value !== undefined) this.#value(value, [...path, ''], undefined, anchor)
      return
    }
    if (key == null) return
    if (!CST.isScalar(key)) {
      // A key that is no text names nothing, but what stands below it counts.
      if (value !== undefined) this.#value(value, [...path, ''], undefined, anchor)
      return
    }
    const name = key.type === 'alias' ? String(this.#anchors.get(key.source.slice(1)) ?? '') : String(this.#text(key))
    const inner = [...path, name]
    if (value !== undefined) this.#value(value, inner, key.offset, anchor)
    else if (sep !== undefined) this.list.add(inner, null, key.offset, key.offset + lengthOf(key))
  }

  #text(token: Token): string {
    return CST.isScalar(token) ? (CST.resolveAsScalar(token, true, () => {})?.value ?? '') : ''
  }

  #check(tokens: readonly Source[] | undefined): void {
    const broken = tokens?.find(({ type }) => (type as string) === 'error')
    if (broken !== undefined) this.list.stop('does not parse as YAML', broken.offset)
  }
}

const lengthOf = (token: Token): number => ('source' in token ? token.source.length : 0)

/** A text over several lines begins with the sign in the line of its key. */
const headOf = (token: CST.BlockScalar): number => token.props[0]?.offset ?? token.offset
const blockLength = (token: CST.BlockScalar): number => token.offset + token.source.trimEnd().length - headOf(token)
