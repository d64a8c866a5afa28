/** What a command costs, with all processes that it starts. */
import { spawnSync } from 'node:child_process'

export interface Cost {
  /** In seconds. */
  readonly wall: number
  /** In seconds, on all cores together: what a busy machine changes least. */
  readonly user: number
  /** The largest process, in megabytes. */
  readonly memory: number
}

/** Node does not tell what its children used; Python does. */
const watcher = `
import json, resource, subprocess, sys, time
started = time.monotonic()
try:
    subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
except FileNotFoundError:
    sys.exit(3)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"wall": time.monotonic() - started, "user": used.ru_utime, "memory": used.ru_maxrss / 1024}))
`

/** Undefined where the command is not installed. */
export function costOf(command: string, ...given: readonly string[]): Cost | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', watcher, command, ...given], { encoding: 'utf8' })
  return status === 0 ? (JSON.parse(stdout) as Cost) : undefined
}

/** Of several runs the one that took the least time of the processor. */
export function bestOf(runs: number, command: string, ...given: readonly string[]): Cost | undefined {
  const costs = Array.from({ length: runs }, () => costOf(command, ...given)).filter((cost) => cost !== undefined)
  return costs.sort((a, b) => a.user - b.user)[0]
}
