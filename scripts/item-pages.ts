/**
 * Writes `docs/items/`: a page for each item of the built-in checklist, and a list of them.
 *
 *     node scripts/item-pages.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { itemPages, pagesFolder } from './item-pages/pages.ts'

const pages = await itemPages()
mkdirSync(pagesFolder, { recursive: true })
for (const name of readdirSync(pagesFolder)) if (!pages.has(name)) rmSync(join(pagesFolder, name))
for (const [name, text] of pages) writeFileSync(join(pagesFolder, name), text)
