/*
 * One code: how bad it is and what it says. `{name}` in a sentence or a hint is a placeholder, and has to be given when
 * the diagnostic is made.
 */

export const error = <const M extends string, const H extends string = never>(message: M, hint?: H) =>
  ({ severity: 'error', message, ...(hint === undefined ? {} : { hint }) }) as {
    readonly severity: 'error'
    readonly message: M
    readonly hint?: H
  }

export const warning = <const M extends string, const H extends string = never>(message: M, hint?: H) =>
  ({ severity: 'warning', message, ...(hint === undefined ? {} : { hint }) }) as {
    readonly severity: 'warning'
    readonly message: M
    readonly hint?: H
  }
