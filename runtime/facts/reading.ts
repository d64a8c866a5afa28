/** What reads files, as one piece: who finds everything as it was left has no need of it, and who reads some, of all of it. */
export { describe } from './demand/describe.ts'
export { explain } from './explain.ts'
export { extract } from './extract.ts'
export { extractors, linkers } from './extractors.ts'
export { helpersFor } from './threads/count.ts'
