/** What is seen of a file before any extractor runs: its bytes, or why there are none. */
import type { ClassifiedFile } from './classify/classify.ts'
import type { Folder } from './files/folder.ts'
import { startSize } from './files/read.ts'
import { leadsOut } from './files/symbolic-links.ts'

export type Sight =
  /** Nothing is asked of it. */
  | { readonly kind: 'closed' }
  /** `reason` is said of the file: "may not be read". Not `final`: another run may see more. */
  | { readonly kind: 'trouble'; readonly reason: string; readonly final: boolean }
  /** `bytes` is the start of the file, `whole` whether it is all of it. */
  | { readonly kind: 'content'; readonly bytes: Buffer; readonly whole: boolean }

export interface Eyes {
  readonly root: Folder
  /** In bytes: a larger file is not read. */
  readonly maxFileSize: number
  /** By the clock of `performance.now()`: no file is opened after it. */
  readonly deadline: number | undefined
}

/** What is asked of a file: facts of its text, or only what kind of file it is. */
export interface Question {
  readonly text: boolean
  readonly kind: boolean
}

/** The document says of itself that it is not reproducible. */
const late = 'was not reached within the time that was given, so another run may come to something else'

export const tooLarge = (most: number): string => `is larger than ${most} bytes`

export function see(file: ClassifiedFile, asked: Question, { root, maxFileSize, deadline }: Eyes): Sight {
  const { type, size } = file.entry
  if (asked.text) {
    if (deadline !== undefined && performance.now() >= deadline) return { kind: 'trouble', reason: late, final: false }
    const reason = troubleWith(root, file, maxFileSize)
    if (reason !== undefined) return { kind: 'trouble', reason, final: true }
  }
  if (type !== 'file' || !(asked.text || asked.kind)) return { kind: 'closed' }
  const content = root.read(file.rootPath, asked.text && size <= maxFileSize ? maxFileSize : startSize)
  switch (content.kind) {
    case 'bytes':
      return { ...content, kind: 'content' }
    case 'failure':
      return { kind: 'trouble', reason: content.reason, final: true }
  }
}

/** What shows before a file is opened that it will not be. */
function troubleWith(root: Folder, file: ClassifiedFile, maxFileSize: number): string | undefined {
  switch (file.entry.type) {
    case 'special':
      return 'is not a regular file'
    case 'link':
      return leadsOut(root, file.rootPath) ? 'is a link that leads out of the repository' : undefined
    case 'file':
      return !file.open && file.entry.size > maxFileSize ? tooLarge(maxFileSize) : undefined
  }
}
