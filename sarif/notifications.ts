/** What a run has to say beside its results: what could not be read or decided, and what was left out. */
import type { ChecklistReport, ItemReport, Report } from '../runtime/results/model.ts'
import { locationOf } from './locations.ts'
import { ruleId } from './rules.ts'
import type { Notification, NotificationDescriptor } from './types.ts'

const descriptors = {
  unread: {
    name: 'FileNotRead',
    short: 'A file could not be read.',
    full: 'A file could not be read, so that items which depend on it may be undecided.',
    help: 'Mend the file, or leave it out of the scan.',
  },
  'left-out': {
    name: 'ResultsLeftOut',
    short: 'There are more results than are written.',
    full: 'There are more results than the receiver keeps or than were asked for, so that some were left out.',
    help: 'Look at the audit profile for all items, and give a higher --limit for more findings of a check.',
  },
  'not-listed': {
    name: 'FilesNotListed',
    short: 'Files are left out of the scan.',
    full: 'Files are left out of the scan, or the list of files comes from a walk instead of git.',
    help: 'Scan a full checkout; scan submodules by themselves.',
  },
  undecided: {
    name: 'ItemUndecided',
    short: 'An item could not be decided.',
    full: 'Facts that could change the verdict of an item could not be extracted.',
    help: 'Mend what could not be read; the message says what that is.',
  },
} as const

type Id = keyof typeof descriptors

const ids = Object.keys(descriptors) as Id[]

export const notificationDescriptors: readonly NotificationDescriptor[] = ids.map((id) => {
  const { name, short, full, help } = descriptors[id]
  return { id, name, shortDescription: { text: short }, fullDescription: { text: full }, help: { text: help } }
})

/** `dropped` results were too many for the receiver. */
export function notificationsOf(report: Report, dropped: number): readonly Notification[] {
  const items = report.checklists.flatMap((checklist) => checklist.items.map((item) => ({ checklist, item })))
  return [
    ...report.unread.map(unreadNotification),
    ...items.flatMap(({ checklist, item }) => undecidedNotification(checklist, item)),
    ...report.repository.notes.map((note) => notification('not-listed', 'note', note)),
    ...items.flatMap(({ checklist, item }) => limitedNotification(checklist, item)),
    ...(dropped === 0
      ? []
      : [notification('left-out', 'warning', `${dropped} results of the lowest severity were left out.`)]),
  ]
}

function notification(id: Id, level: 'note' | 'warning', text: string): Notification {
  return { descriptor: { id, index: ids.indexOf(id) }, level, message: { text } }
}

function unreadNotification({ path, reason }: Report['unread'][number]): Notification {
  return {
    ...notification('unread', 'warning', `'${path}' ${reason}.`),
    locations: [locationOf({ path, line: 1, column: 1, endLine: 1, endColumn: 1 })],
  }
}

/** So many reasons of an item are told; the audit profile has all. */
const mostReasons = 3

function undecidedNotification(checklist: ChecklistReport, item: ItemReport): readonly Notification[] {
  if (item.verdict !== 'undecided') return []
  const reasons = [...new Set(item.undecided.map(({ path, reason }) => (path ? `'${path}' ${reason}` : reason)))]
  const more = reasons.length > mostReasons ? `; and ${reasons.length - mostReasons} more reasons` : ''
  const told = reasons.slice(0, mostReasons).join('; ')
  return [notification('undecided', 'warning', `${ruleId(checklist, item.item)} is undecided: ${told}${more}.`)]
}

function limitedNotification(checklist: ChecklistReport, item: ItemReport): readonly Notification[] {
  if (item.verdict !== 'fail') return []
  const total = item.checks.reduce((sum, check) => sum + check.total, 0)
  const given = item.checks.reduce((sum, check) => sum + check.findings.length, 0)
  if (total === given) return []
  const id = ruleId(checklist, item.item)
  const text = `${id} has ${total} findings, and ${total - given} of them are not among the results.`
  return [notification('left-out', 'warning', text)]
}
