/** Where a value of a script comes from: files that it reads, the environment, what it was started with. */
import { words } from '../classify/words.ts'
import { baseName, type Evaluate, type EvaluatedWord, type WordOrigin } from '../commands/evaluate.ts'
import { readCommands } from '../commands/read-commands.ts'
import { asCommand, filesReadBy } from '../commands/read-files.ts'
import type { SimpleCommand } from '../commands/simple-command.ts'
import type { Piece, Word } from '../commands/words.ts'
import { namesCredential } from '../credential-names.ts'
import { MappedText } from '../mapped-text.ts'
import { fileOrigin, systemd } from './file-origins.ts'

/** One source of a value. */
export interface Source {
  readonly origins: readonly WordOrigin[]
  /** What the file is for, where it is one. */
  readonly purpose?: 'secrets' | 'other'
}

/** What is known of the sources of a variable, or of what a function prints. */
type Known = (name: string) => { readonly sources: readonly Source[] } | undefined

/** Variables of variables are followed so far. */
const deepest = 8

export class SourceReader {
  readonly #evaluate: Evaluate
  readonly #known: Known

  constructor(evaluate: Evaluate, known: Known) {
    this.#evaluate = evaluate
    this.#known = known
  }

  /** Of a word that a variable is given. `read` is what was read in just before, which sets variables of any name. */
  of(word: Word, target: string, read: Source | undefined): readonly Source[] {
    return word.pieces.flatMap((piece) => this.#ofPiece(piece, target, read, 0))
  }

  /** Files that are read for what is in them; for a value that is a credential, any file holds secrets. */
  readFrom(paths: readonly Word[], secret: boolean): readonly Source[] {
    return this.#files(paths.map(this.#evaluate), secret)
  }

  #files(paths: readonly EvaluatedWord[], secret: boolean): readonly Source[] {
    return paths.map((path): Source => {
      const { purpose, ...origin } = fileOrigin(path)
      const isSystemd = origin.path?.includes(systemd) ?? false
      const isNamed = purpose === 'secrets' || namesCredential(path.word.text)
      return { origins: [origin], purpose: !isSystemd && (isNamed || secret) ? 'secrets' : 'other' }
    })
  }

  /** What a command prints for `target`: files that it is given, values among its words. */
  printedBy(command: SimpleCommand, target: string): readonly Source[] {
    const [program, ...given] = command.words
    const name = baseName(program?.text ?? '')
    const printed = this.#known(name)
    if (printed !== undefined) return printed.sources
    if (repeating.has(name)) return given.flatMap((word) => this.of(word, target, undefined))
    const { paths } = filesReadBy(command, this.#evaluate)
    return this.#files(paths, soundsSecret.test(target))
  }

  /** `cat file`, `sed … file | tr …`, `<file` of `$(<file)`. */
  ofScript(script: string, target: string): readonly Source[] {
    return readCommands(MappedText.of(asCommand(script)), 'stdout', Number.POSITIVE_INFINITY).commands.flatMap(
      (command) => this.printedBy(command, target),
    )
  }

  /** Whether a word shows a variable of the environment that is called a credential. */
  asksForCredential(word: Word): boolean {
    return word.pieces.some((piece) => {
      const name = piece.kind === 'expansion' ? nameOf(piece.text) : undefined
      return name !== undefined && (namesCredential(name) || /_KEY$/.test(name)) && this.#known(name) === undefined
    })
  }

  #ofPiece(piece: Piece, target: string, read: Source | undefined, depth: number): readonly Source[] {
    if (piece.kind === 'literal' || depth > deepest) return []
    const script = /^(?:\$\((?!\()([\s\S]*)\)|`([\s\S]*)`)$/.exec(piece.text)
    if (script !== null) return this.ofScript(script[1] ?? script[2] ?? '', target)
    const name = nameOf(piece.text)
    if (name === undefined) return []
    const fallback = /^\$\{\w+:?[-=]([\s\S]*)\}$/.exec(piece.text)?.[1]
    const later = fallback === undefined ? [] : this.#ofText(fallback, target, read, depth + 1)
    return [...this.#ofName(name, read), ...later]
  }

  #ofName(name: string, read: Source | undefined): readonly Source[] {
    const known = this.#known(name)
    if (known !== undefined) return known.sources
    if (name === systemd) return []
    if (read !== undefined) return [read]
    const form = /^\d|[@*]$/.test(name) ? 'command_line' : 'environment'
    return [{ origins: [{ form, name, text: `$${name}` }] }]
  }

  #ofText(text: string, target: string, read: Source | undefined, depth: number): readonly Source[] {
    const word = readCommands(MappedText.of(`: ${text}`), 'none', Number.POSITIVE_INFINITY).commands[0]?.words[1]
    return word?.pieces.flatMap((piece) => this.#ofPiece(piece, target, read, depth)) ?? []
  }
}

/** Programs that print what they are given. */
const repeating = words('echo printf')

/** What is called so holds a credential, whatever file it is read from. */
export const soundsSecret = /key|token|secret|passw|cred|auth/i

const nameOf = (expansion: string): string | undefined => /^\$\{?([A-Za-z_]\w*|[\d@*])/.exec(expansion)?.[1]
