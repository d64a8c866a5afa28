/** Where what a command prints goes: its redirections, from left to right. */
import type { Destination, Redirect } from './simple-command.ts'
import { plainText } from './words.ts'

/** `into` is where standard output went before. */
export function streamAfter(redirects: readonly Redirect[], into: Destination): Destination {
  let [output, error]: [Destination, Destination] = [into, 'stderr']
  for (const { descriptor, operator, target } of redirects) {
    if (!operator.includes('>')) continue
    const path = target === undefined ? '' : plainText(target)
    const copied: Destination | undefined = operator === '>&' ? copyOf(path, output, error) : undefined
    const where: Destination = copied ?? destinationOf(path, output)
    if (operator.startsWith('&') || (operator === '>&' && descriptor === undefined && copied === undefined)) {
      output = where
      error = where
    } else if (descriptor === undefined || descriptor === 1) output = where
    else if (descriptor === 2) error = where
  }
  return output
}

/** Whether a redirection creates or changes a file. */
export function writesFile({ descriptor, operator, target }: Redirect): boolean {
  if (!operator.includes('>') || target === undefined) return false
  const path = plainText(target)
  const isCopy = operator === '>&' && (descriptor !== undefined || /^(\d+|-|\d+-)$/.test(path))
  return !isCopy && !path.startsWith('/dev/fd/') && destinationOf(path, 'stdout') === 'file'
}

/** What `>&1` and `>&2` copy. */
function copyOf(path: string, output: Destination, error: Destination): Destination | undefined {
  if (path === '1') return output
  return path === '2' ? error : undefined
}

function destinationOf(path: string, output: Destination): Destination {
  switch (path) {
    case '/dev/null':
    case '-':
      return 'none'
    case '/dev/stderr':
    case '/dev/fd/2':
    case '/proc/self/fd/2':
      return 'stderr'
    case '/dev/stdout':
    case '/dev/fd/1':
    case '/proc/self/fd/1':
      return output
    case '/dev/tty':
      return 'none'
    default:
      return 'file'
  }
}
