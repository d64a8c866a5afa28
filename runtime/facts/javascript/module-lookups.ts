/** Which of the files of a repository is meant by the path of an import. */
import type { Lookup } from '../tree/tree.ts'

const extension = /\.(d\.)?[cm]?[jt]sx?$/
/** What the name of a file may go on with where an import leaves it out. */
const endings = ['', ...'ts mts cts tsx js mjs cjs jsx json'.split(' ').map((end) => `.${end}`)]
const indexes = 'ts mts cts tsx js mjs cjs jsx'.split(' ').map((end) => `/index.${end}`)

/** The name of the module that a path means, from a folder with its slash. */
export const localModule: Lookup<string> = {
  name: 'javascript module from a folder',
  over: (paths) => (written, folder) => {
    const path = joined(folder, written)
    const stem = path.replace(extension, '')
    const candidates = [...endings, ...indexes].flatMap((end) => [path + end, stem + end])
    const inRoot = folder === 'src/' ? [joined('', written)].flatMap((each) => endings.map((end) => each + end)) : []
    const found = [...candidates, ...inRoot].find((each) => paths.has(each))
    return nameOf(found ?? path)
  },
}

export const javascriptLookups: readonly Lookup[] = [localModule]

/** `..` above the scanned folder leads nowhere. */
function joined(folder: string, written: string): string {
  const parts = written.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
  for (const part of written.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

export const nameOf = (path: string): string => `/${path.replace(extension, '')}`
