/** The item table (`items.json`): all of a checklist that does not depend on a repository. */
import { kinds } from '../schema/kinds.ts'
import type { Shape } from '../schema/types.ts'
import type { TypedCheck, TypedChecklist, TypedItem, TypedParameter } from './typed.ts'

export interface ItemTable {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly about: string
  /** In the order of the checklist; those without an item are left out. */
  readonly sections: readonly SectionEntry[]
  readonly parameters: readonly TypedParameter[]
  readonly items: readonly ItemEntry[]
}

export interface SectionEntry {
  readonly id: string
  readonly title: string
}

export interface ItemEntry {
  readonly id: string
  readonly title: string
  readonly section?: SectionEntry
  readonly severity: TypedItem['severity']
  readonly confidence: TypedItem['confidence']
  readonly tags: readonly string[]
  readonly see: readonly string[]
  readonly rationale?: string
  readonly was: readonly string[]
  readonly checks: readonly CheckEntry[]
}

export interface CheckEntry {
  readonly form: TypedItem['checks'][number]['form']
  /** What its subjects are stands in no file by itself, such as a path or what another tool found. */
  readonly outside?: true
  /** Its findings stand where something is done, not at the call that hands a value on to it. */
  readonly whereDone?: true
  /** What the checklist advises when the check is violated. */
  readonly fix?: string
}

export function itemTable(checklist: TypedChecklist): ItemTable {
  const { id, version, title, about, parameters, items } = checklist
  const sections = new Map(items.flatMap(({ section }) => (section === undefined ? [] : [[section.id, section]])))
  return { id, version, title, about, sections: [...sections.values()], parameters, items: items.map(entryOf) }
}

function entryOf(item: TypedItem): ItemEntry {
  const { id, title, section, severity, confidence, tags, see, rationale, was, checks } = item
  return {
    id,
    title,
    ...(section === undefined ? {} : { section }),
    severity,
    confidence,
    tags,
    see,
    ...(rationale === undefined ? {} : { rationale }),
    was,
    checks: checks.map(checkEntryOf),
  }
}

function checkEntryOf({ form, fix, subject: { is } }: TypedCheck): CheckEntry {
  const isOutside = is.kind === 'fact' && is.of !== 'file' && !kinds[is.of].inFile
  const isWhereDone = is.kind === 'fact' && (kinds[is.of] as Shape).lifted === 'where it is done'
  return {
    form,
    ...(isOutside ? { outside: true } : {}),
    ...(isWhereDone ? { whereDone: true } : {}),
    ...(fix === undefined ? {} : { fix }),
  }
}
