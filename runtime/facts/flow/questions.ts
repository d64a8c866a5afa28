/** Calls of code that nobody has seen, and that by their names ask somebody: what they are given is no part of the answer. */

/** `fetch_events(api_key)`, `client.query(key)`, `isExpired(token)`. */
const asking =
  /^_*(fetch|query|lookup|look_up|verify|is|has|authenticate|login|log_in|connect|send|post|submit|poll|download|pull)(?=$|_|[A-Z])/
/** `get_user(token)`; a mere `get(…)` takes something out of what it is given. */
const gettingSomething = /^_*(get|list)(?=_|[A-Z])/
/** What is made of a credential, and holds it: `get_auth_header(token)`. */
const dress =
  /secret|passw|token|credential|key|value|header|auth|url|uri|address|param|config|setting|option|field|path|text|string|signature/i

/** @param callee dotted: its last part tells. */
export function isQuestion(callee: string): boolean {
  const name = callee.slice(callee.lastIndexOf('.') + 1)
  return asking.test(name) || (gettingSomething.test(name) && !dress.test(name))
}
