/** What a call takes, and what a process that calls one module prints of it. */

export interface Time {
  /** Milliseconds that passed. */
  readonly passed: number
  /** Milliseconds of the processor, in user and system mode, of all threads of the process. */
  readonly used: number
}

export interface Measured {
  /** Milliseconds from the bytes of the module to one that can be called. */
  readonly load: number
  /** Of the first call, and the least of the others. */
  readonly first: Time
  readonly warm: Time
  /** Bytes of WASM memory afterwards. */
  readonly memory: number
  readonly findings: number
  /** Of the answer, with the keys of its objects in order. */
  readonly digest: string
}

export function timeOf(run: () => unknown): Time {
  const before = process.cpuUsage()
  const started = performance.now()
  run()
  const passed = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { passed, used: (user + system) / 1000 }
}

/** The least of each: the run that took the least time need not have used the processor the least. */
export function leastTime(times: readonly Time[]): Time {
  return {
    passed: Math.min(...times.map(({ passed }) => passed)),
    used: Math.min(...times.map(({ used }) => used)),
  }
}
