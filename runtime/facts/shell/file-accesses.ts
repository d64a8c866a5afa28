/** The files that a script opens: those that its commands read, those that it reads in with `.`, and those that it writes. */
import { originFacts, placeWithin } from '../commands/arguments.ts'
import { baseName, type Evaluate, type EvaluatedWord } from '../commands/evaluate.ts'
import { filesReadBy } from '../commands/read-files.ts'
import { excerpt } from '../excerpt.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import { fileOrigin } from './file-origins.ts'
import type { ScriptCommand } from './structure.ts'

type FileAccess = LocalFact<'file_access'>

/** @param writes what the script writes: it opens that, too. */
export function fileAccessFacts(
  input: FileInput,
  commands: readonly ScriptCommand[],
  evaluate: Evaluate,
  writes: readonly LocalFact<'file_write'>[],
): readonly FileAccess[] {
  const read = commands.flatMap(({ command, function: inside }) => {
    const at = placeWithin(input, command, command)
    return [...filesReadBy(command, evaluate).paths, ...readIn(command.words, evaluate)].map((path): FileAccess => {
      const { path: meant = '', purpose = 'other' } = fileOrigin(path)
      return {
        at,
        ...nameOf(path.candidates),
        path_text: excerpt(path.known ? meant : path.word.text),
        path_origins: originFacts(at, path.origins),
        purpose,
        write: false,
        function: inside,
        ...elsewhere,
      }
    })
  })
  const written = writes.map(
    ({ at, file_name, path_text, path_origins, purpose, function: inside }): FileAccess => ({
      at,
      ...(file_name === undefined ? {} : { file_name }),
      path_text,
      path_origins,
      purpose,
      write: true,
      function: inside,
      ...elsewhere,
    }),
  )
  return [...read, ...written]
}

/** Where a script lies when it runs is not known, nor are its paths. */
const elsewhere = { inside_repository: false, ignored: false, tracked: false }

/** The name that all paths agree on that a word may stand for, as far as they are known. */
function nameOf(candidates: readonly string[]): Pick<FileAccess, 'file_name'> {
  const [name, other] = new Set(candidates.map(baseName).filter((each) => /^[^$`{}]+$/.test(each)))
  return name === undefined || other !== undefined ? {} : { file_name: name }
}

/** `. file` */
const readIn = ([program, file]: ScriptCommand['command']['words'], evaluate: Evaluate): readonly EvaluatedWord[] =>
  file !== undefined && (program?.text === '.' || program?.text === 'source') && !file.text.startsWith('<(')
    ? [evaluate(file)]
    : []
