/** Reads nodes of a YAML document: what is not there, or of another shape, is `undefined` or empty. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'

/** A mapping of a document, its aliases followed one step: a workflow may share a job, not grow by it. */
export class Mapping {
  readonly #document: Document
  readonly #map: YAMLMap | undefined

  constructor(document: Document, node: unknown) {
    this.#document = document
    const resolved = isAlias(node) ? node.resolve(document) : node
    this.#map = isMap(resolved) ? (resolved as YAMLMap) : undefined
  }

  get exists(): boolean {
    return this.#map !== undefined
  }

  node(key: string): Node | undefined {
    const pair = this.#map?.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    const value = pair?.value
    return (isAlias(value) ? value.resolve(this.#document) : value) as Node | undefined
  }

  scalar(key: string): Scalar | undefined {
    const node = this.node(key)
    return isScalar(node) ? node : undefined
  }

  text(key: string): string | undefined {
    const value = this.scalar(key)?.value
    return value == null ? undefined : String(value)
  }

  mapping(key: string): Mapping {
    return new Mapping(this.#document, this.node(key))
  }

  /** The members of a list that are mappings, each with its node. */
  members(key: string): readonly Member[] {
    const node = this.node(key)
    if (!isSeq(node)) return []
    return node.items.map((item) => ({ node: item as Node, mapping: new Mapping(this.#document, item) }))
  }

  get entries(): readonly Entry[] {
    return (this.#map?.items ?? []).flatMap((pair) => {
      const { key, value } = pair as Pair<Node, Node>
      if (!isScalar(key)) return []
      return [{ key: String(key.value), keyNode: key, value, mapping: new Mapping(this.#document, value) }]
    })
  }
}

export interface Member {
  readonly node: Node
  readonly mapping: Mapping
}

export interface Entry {
  readonly key: string
  readonly keyNode: Scalar
  readonly value: Node | null
  readonly mapping: Mapping
}
