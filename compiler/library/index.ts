/**
 * The runtime library: what every compiled policy is linked to. Raw memory only; no managed objects, no strings of
 * AssemblyScript's, so that nothing but `compiler/library/memory.ts` decides where things are.
 *
 *     0           library_end                heapBase
 *     |- library -|- policy: texts, values, -|- data ---------|- input ------|- scratch -|- values ---|- result -|
 *       config block  patterns, cache sites    JSON that the    text, with     words that   shapes,      text
 *       points ────▶                           host loaded      strings used   wait for     nodes,       with
 *                                              once             where they     a closing    tables,      a NUL
 *                                              ▲ kept           stand          bracket      memory of
 *                                              │                ▲              ▲            calls
 *            strings of the policy point here  │                │              │
 *                            heap pointer between evaluations ──┘              └── argument of `opa_eval`
 *
 * All that lies at the heap pointer and above is forgotten when the host sets it, so nothing below may point there:
 * shapes and memories of calls are forgotten with it. What a word means: `compiler/library/values.ts`.
 */
export * from './builtins/aggregates'
export * from './builtins/arithmetic'
export * from './builtins/arrays'
export * from './builtins/base64'
export * from './builtins/format/sprintf'
export * from './builtins/integers'
export * from './builtins/json'
export * from './builtins/objects'
export * from './builtins/paths'
export * from './builtins/regex'
export * from './builtins/replace'
export * from './builtins/search'
export * from './builtins/sets'
export * from './builtins/strings'
export * from './builtins/template'
export * from './builtins/traversal'
export * from './builtins/units'
export * from './builtins/versions'
export * from './core'
