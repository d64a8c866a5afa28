import { type Folder, parentOf } from './folder.ts'

const longestChain = 8

/**
 * Whether a symbolic link leads out of the folder, or through another link on its way. One that leads to a file of the
 * folder does not matter: that file is read under its own name; and one that leads to nothing holds nothing.
 */
export function leadsOut(root: Folder, link: string, chain = 1): boolean {
  const target = root.target(link)
  if (target === undefined || target.startsWith('/') || chain > longestChain) return true
  const path = parentOf(link)
    .split('/')
    .filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') path.push(part)
    else if (path.pop() === undefined) return true
    if (root.status(path.slice(0, -1).join('/'))?.isSymbolicLink()) return true
  }
  const end = path.join('/')
  return root.status(end)?.isSymbolicLink() === true && leadsOut(root, end, chain + 1)
}
