/**
 * Files that are being written beside the one that they are to replace. What ends the process in between takes them away:
 * a signal, or its own end. A signal that finds none keeps the meaning that the system gives it, so that it also stops a
 * process that is too busy to listen.
 */
import { rmSync } from 'node:fs'

const files = new Set<string>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let isListening = false

/** Call it before the file is there, and `finished` when it was renamed or removed. */
export function started(path: string): void {
  files.add(path)
  if (isListening) return
  isListening = true
  for (const signal of signals) process.on(signal, end)
  process.on('exit', removeAll)
}

export function finished(path: string): void {
  files.delete(path)
  // Not before the next turn: a signal that came while nobody could listen is told then, and would be lost.
  setImmediate(() => {
    if (files.size > 0 || !isListening) return
    isListening = false
    for (const signal of signals) process.off(signal, end)
    process.off('exit', removeAll)
  })
}

function end(signal: NodeJS.Signals): void {
  removeAll()
  for (const each of signals) process.off(each, end)
  // Again, and now as the system means it: who waits for the process sees what ended it.
  process.kill(process.pid, signal)
}

function removeAll(): void {
  for (const file of files) rmSync(file, { force: true })
  files.clear()
}
