/** Whether something in the file system can only have been made by the user who runs this. */
import type { Stats } from 'node:fs'

const writableByOthers = 0o022

/** Windows has neither owners nor modes of this sort; a user's own folder is nobody else's there. */
export function isOwn({ uid, mode }: Stats): boolean {
  const user = process.getuid?.()
  return user === undefined || (uid === user && (mode & writableByOthers) === 0)
}
