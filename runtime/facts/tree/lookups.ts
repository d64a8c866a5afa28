/** All lookups, by whose names what was asked is asked again. */
import { programLookups } from '../commands/programs.ts'
import { javascriptLookups } from '../javascript/module-lookups.ts'
import { pythonLookups } from '../python/module-lookups.ts'
import { isThere, type Lookup } from './tree.ts'

export const lookups: readonly Lookup[] = [isThere, ...programLookups, ...javascriptLookups, ...pythonLookups]
