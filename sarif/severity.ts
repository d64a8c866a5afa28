/** An item's severity and confidence in SARIF's and GitHub's words. */
import type { ItemEntry } from '../runtime/results/model.ts'
import type { Level, Rule } from './types.ts'

interface Weight {
  readonly level: Level
  readonly problem: Rule['properties']['problem.severity']
  /** Within GitHub's bands: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low. */
  readonly score: string
}

export const weights: Readonly<Record<ItemEntry['severity'], Weight>> = {
  critical: { level: 'error', problem: 'error', score: '9.5' },
  high: { level: 'error', problem: 'error', score: '8.0' },
  medium: { level: 'warning', problem: 'warning', score: '5.5' },
  low: { level: 'note', problem: 'recommendation', score: '2.5' },
  info: { level: 'note', problem: 'recommendation', score: '0.5' },
}
