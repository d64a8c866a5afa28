/** Where `mktemp` creates its file, by the rules of GNU coreutils. */
import { words } from '../classify/words.ts'
import type { EvaluatedWord } from './evaluate.ts'
import { leadingOptions, operandsOf } from './options.ts'

/** Where it goes unless something else is said. */
const usualFolder = '${TMPDIR:-/tmp}'
const usualName = 'tmp.XXXXXXXXXX'

const valued = words('-p --suffix')

/**
 *     mktemp                    ${TMPDIR:-/tmp}/tmp.XXXXXXXXXX
 *     mktemp x.XXXX             x.XXXX            in the working directory
 *     mktemp -t x.XXXX          ${TMPDIR:-/tmp}/x.XXXX
 *     mktemp -p /var x.XXXX     /var/x.XXXX
 *     mktemp --tmpdir x.XXXX    ${TMPDIR:-/tmp}/x.XXXX
 */
export function temporaryPath(parameters: readonly EvaluatedWord[]): string {
  const operands = operandsOf(parameters, valued)
  const { options } = leadingOptions(
    parameters.filter((word) => !operands.includes(word)),
    valued,
  )
  const option = options.find(({ name }) => name === '-p' || name === '--tmpdir')
  const named = option?.attached ?? option?.value?.text
  const template = operands[0]?.text
  const isAside = option !== undefined || template === undefined || options.some(({ name }) => name === '-t')
  const folder = named === undefined || named === '' ? usualFolder : named.replace(/(.)\/+$/, '$1')
  return isAside ? `${folder}/${template ?? usualName}` : template
}
