/** Files that a script moves to the place of others. */
import { words } from '../classify/words.ts'
import { baseName, type EvaluatedWord } from '../commands/evaluate.ts'
import { operandsOf } from '../commands/options.ts'
import { plainText } from '../commands/words.ts'
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { purposeOfPath } from './file-origins.ts'
import type { FoundCommand } from './script.ts'

const valued = words('-S --suffix -t --target-directory')

interface Move {
  readonly by: FoundCommand
  readonly source: EvaluatedWord
  readonly target: EvaluatedWord
}

function movesIn(found: readonly FoundCommand[]): readonly Move[] {
  return found.flatMap((by): readonly Move[] => {
    if (by.command.name !== 'mv') return []
    const [source, target, more] = operandsOf(by.run.parameters, valued)
    // Several files, or one with a folder as its option, keep their names.
    const isOne = source !== undefined && target !== undefined && more === undefined && !target.text.endsWith('/')
    return isOne ? [{ by, source, target }] : []
  })
}

export function fileReplaceFacts(found: readonly FoundCommand[]): readonly LocalFact<'file_replace'>[] {
  return movesIn(found).map(({ by: { command, order, function: inside }, source, target }) => ({
    at: command.at,
    source: excerpt(plainText(source.word)),
    source_origins: [],
    target: excerpt(plainText(target.word)),
    same_directory: haveOneFolder(source, target),
    // A command has closed what it wrote when the next one runs.
    after_close: true,
    atomic: true,
    order,
    function: inside,
  }))
}

/** A temporary file that takes the place of another is what that is for, and is called like it in the end. */
export function withPurposeOfTarget(
  writes: readonly LocalFact<'file_write'>[],
  found: readonly FoundCommand[],
): readonly LocalFact<'file_write'>[] {
  const targets = new Map(
    movesIn(found).map(({ source, target }) => {
      const purpose = purposeOfPath(target.word.text, [target.text])
      const name = baseName(target.text)
      const called = /[$`]/.test(name) ? {} : { file_name: name }
      return [excerpt(plainText(source.word)), { purpose, ...called }] as const
    }),
  )
  return writes.map((write) => {
    const target = write.purpose === 'temporary' ? targets.get(write.path_text) : undefined
    return target === undefined || target.purpose === 'other' ? write : { ...write, ...target }
  })
}

/** `"$STATE.tmp"` and `"$STATE"` are in one folder, whatever the variable holds. */
function haveOneFolder(source: EvaluatedWord, target: EvaluatedWord): boolean {
  const [from, to] = [folderOf(source.text), folderOf(target.text)]
  if (from === to && !/`|\$\(/.test(from)) return from !== undefined
  const written = plainText(target.word)
  return !written.includes('/') && isFileVariable(written) && plainText(source.word).startsWith(written)
}

const isFileVariable = (text: string): boolean => /^\$(\w+|\{\w+\})$/.test(text)

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
