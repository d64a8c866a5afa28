/** The largest join that a checklist can ask for: as many opening calls as closing ones, each in a function of its own. */
import type { Source } from '../../compiler/index.ts'

/** A document of calls alone, in as many functions: each has one call that opens and one that closes. */
export function joinFacts(functions: number): Uint8Array<ArrayBuffer> {
  const at = (line: number) => ({ path: 'a.py', line, column: 1, endLine: line, endColumn: 9 })
  const call = (index: number, callee: string) => ({
    at: at(index + 1),
    file: 0,
    callee,
    name: callee,
    text: `${callee}()`,
    arguments: [],
    function: index,
    order: 1,
  })
  const indices = Array.from({ length: functions }, (_, index) => index)
  const document = {
    schema: 1,
    extracted: { file: { found: 1, kept: 1, files: 1 }, call: { found: 2 * functions, kept: 2 * functions, files: 1 } },
    parameters: {},
    anchors: { repository: at(1) },
    undecided: [],
    file: [
      { at: at(1), path: 'a.py', name: 'a.py', role: 'code', language: 'python', vendored: false, generated: false },
    ],
    call: [...indices.map((index) => call(index, 'open')), ...indices.map((index) => call(index, 'close'))],
  }
  return new TextEncoder().encode(JSON.stringify(document))
}

/** A join of as many opening calls with as many closing ones. */
export const joinChecklist: Source = {
  path: 'bench/bench.checklist',
  text: `checklist bench 1.0.0 "A join"

section B "All of it"

item B-1 "What is opened is closed"
  severity medium
  every call as opened where callee is "open"
    must have some call as closed where function is opened.function and callee is "close"
  message "{text} is never closed"
`,
}
