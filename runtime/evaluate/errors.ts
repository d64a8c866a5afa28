/** What can go wrong when a policy is run, as errors with codes that stay. */

export type EvaluationErrorCode =
  | 'MODULE_NOT_LOADED'
  | 'MODULE_DAMAGED'
  | 'EVALUATION_ABORTED'
  | 'EVALUATION_TIMED_OUT'
  | 'OUT_OF_MEMORY'
  | 'BUILTIN_MISSING'

export class EvaluationError extends Error {
  readonly code: EvaluationErrorCode

  constructor(code: EvaluationErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Runs what may throw anything: the SDK throws texts and plain objects, engines errors of many sorts. */
export function guarded<T>(code: EvaluationErrorCode, what: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof EvaluationError) throw error
    throw explained(code, what, error)
  }
}

function explained(code: EvaluationErrorCode, what: string, error: unknown): EvaluationError {
  const message = messageOf(error)
  const builtin = /not implemented: built-in function \d+: (\S+)/.exec(message)?.[1]
  if (builtin !== undefined) {
    const help = `${what}: it calls ${builtin}, which this host does not have. Modules that Proviso compiles call nothing of the host.`
    return new EvaluationError('BUILTIN_MISSING', help, error)
  }
  if (/out of memory|opa_malloc: failed|Memory\.grow\(\)|memory allocation/i.test(message)) {
    const help = `${what}: the facts need more memory than a module can have. Check fewer files at once, or a folder at a time.`
    return new EvaluationError('OUT_OF_MEMORY', help, error)
  }
  if (/call stack/i.test(message))
    return new EvaluationError(code, `${what}: its functions call each other too deep`, error)
  return new EvaluationError(code, `${what}: ${message}`, error)
}

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error)
}
