/** Which part of a report somebody asked for. */
import { didYouMean, type TypedItem } from '../compiler/index.ts'
import type { Report } from '../runtime/results/model.ts'
import { Failure } from './failure.ts'

export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly TypedItem['severity'][]

export interface Selection {
  /** Identifiers, with or without their checklist's; none asks for all. */
  readonly items: readonly string[]
  /** The least severity that counts. */
  readonly severity: (typeof severities)[number] | undefined
}

/** @throws Failure if there is no item of a name. */
export function selected(report: Report, { items: wanted, severity }: Selection): Report {
  const all = report.checklists.flatMap(({ id, items }) => items.map(({ item }) => [item.id, `${id}/${item.id}`]))
  for (const name of wanted) {
    if (all.some((names) => names.includes(name))) continue
    throw new Failure(
      `there is no item "${name}"`,
      didYouMean(name, all.flat()) || `There are: ${all.map(([id]) => id).join(', ')}.`,
    )
  }
  const isWanted = (checklist: string, id: string) =>
    wanted.length === 0 || wanted.includes(id) || wanted.includes(`${checklist}/${id}`)
  const isSevere = (its: TypedItem['severity']) =>
    severity === undefined || severities.indexOf(its) <= severities.indexOf(severity)
  if (wanted.length === 0 && severity === undefined) return report
  const checklists = report.checklists.map((checklist) => ({
    ...checklist,
    items: checklist.items.filter(({ item }) => isWanted(checklist.id, item.id) && isSevere(item.severity)),
  }))
  return { ...report, checklists, unread: touching(report, checklists) }
}

/** What could not be read, as far as it touches the items. One that failed does not say what else could have failed it. */
function touching({ unread }: Report, checklists: Report['checklists']): Report['unread'] {
  const items = checklists.flatMap((checklist) => checklist.items)
  if (items.some(({ verdict }) => verdict === 'fail')) return unread
  const paths = new Set(items.flatMap(({ undecided }) => undecided.map(({ path }) => path ?? '.')))
  return unread.filter(({ path }) => paths.has(path))
}
