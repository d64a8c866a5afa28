/** What the variables of a script hold, as far as its own assignments tell. */
import { asWritten, baseName, type Evaluate, type EvaluatedWord, type WordOrigin } from '../commands/evaluate.ts'
import { readCommands } from '../commands/read-commands.ts'
import { asCommand, filesReadBy } from '../commands/read-files.ts'
import type { SimpleCommand } from '../commands/simple-command.ts'
import { temporaryPath } from '../commands/temporary-files.ts'
import type { Piece, Word } from '../commands/words.ts'
import { MappedText } from '../mapped-text.ts'
import { answerOf, type Candidates, trimmed } from './answers.ts'
import { assignmentsOf } from './assignments.ts'
import { fileOrigin } from './file-origins.ts'

const mostCandidates = 8
const mostOrigins = 16
const mostElements = 256
/** In UTF-16 units; paths are shorter. */
const longest = 4096
const deepest = 8

export class Variables {
  /** By name, all values that are assigned; nothing stands for one that is no word. */
  readonly #assigned = new Map<string, (Word | undefined)[]>()
  /** By name, the elements of an array: what is added later follows. */
  readonly #arrays = new Map<string, readonly Word[]>()
  readonly #scriptPath: string
  #depth = 0
  /** Variables that are being evaluated: `X="${X:-default}"` does not mean itself. */
  readonly #active = new Set<string>()
  /** By name, what was found before: a variable in a variable in a variable is looked at once. */
  readonly #values = new Map<string, Candidates>()
  readonly #sources = new Map<string, readonly WordOrigin[]>()
  /** By the text of a substitution. */
  readonly #files = new Map<string, readonly WordOrigin[]>()

  constructor(scriptPath: string, commands: readonly SimpleCommand[]) {
    this.#scriptPath = scriptPath
    for (const command of commands) {
      for (const { name, value, elements } of assignmentsOf(command)) {
        this.#assign(name, value)
        if (elements !== undefined)
          this.#arrays.set(name, [...(this.#arrays.get(name) ?? []), ...elements].slice(0, mostElements))
      }
    }
  }

  #assign(name: string, value: Word | undefined): void {
    const values = this.#assigned.get(name) ?? []
    if (values.length < mostCandidates) values.push(value)
    this.#assigned.set(name, values)
  }

  /** The word with all that is known put in. */
  readonly evaluate: Evaluate = (word) => {
    const written = asWritten(word)
    if (written.known) return written
    const elements = this.#elements(word)
    if (elements !== undefined) return { ...written, parts: elements }
    const parts = word.pieces.map((piece) => ({ piece, candidates: this.#piece(piece) }))
    const candidates = parts.reduce<readonly string[]>(
      (before, { piece, candidates }) => combined(before, candidates ?? [textOf(piece)]),
      [''],
    )
    const origins = word.pieces.flatMap((piece) => (piece.kind === 'expansion' ? this.#origins(piece.text) : []))
    const evaluated = {
      word,
      text: candidates[0] ?? written.text,
      candidates,
      known: candidates.length === 1 && parts.every((part) => part.candidates !== undefined),
      origins: origins.slice(0, mostOrigins),
    } satisfies EvaluatedWord
    return { ...evaluated, ...splitAtSpaces(evaluated) }
  }

  /** What `"${NAME[@]}"` stands for. */
  #elements({ pieces, start, end }: Word): readonly EvaluatedWord[] | undefined {
    const [only, other] = pieces.filter((piece) => piece.kind === 'expansion' || piece.value !== '')
    const name = only?.kind === 'expansion' ? /^\$\{(\w+)\[[@*]\](?::?[-+][\s\S]*)?\}$/.exec(only.text)?.[1] : undefined
    if (name === undefined || other !== undefined || this.#active.has(name)) return undefined
    const elements = this.#arrays.get(name)
    if (elements === undefined) return undefined
    this.#active.add(name)
    const found = elements.flatMap((element) => {
      const evaluated = this.evaluate(element)
      return (evaluated.parts ?? [evaluated]).map((part) => {
        // They stand where the array is used, and are written where it is filled.
        return { ...part, word: { ...part.word, start, end }, written: part.written ?? part.word.text }
      })
    })
    this.#active.delete(name)
    return found.slice(0, mostElements)
  }

  #piece(piece: Piece): Candidates {
    if (piece.kind === 'literal') return [piece.value]
    if (this.#depth >= deepest) return undefined
    this.#depth++
    try {
      return this.#expansion(piece.text)
    } finally {
      this.#depth--
    }
  }

  #expansion(text: string): Candidates {
    const substitution = /^(?:\$\((?!\()([\s\S]*)\)|`([\s\S]*)`)$/.exec(text)
    if (substitution !== null) return this.#substitution(substitution[1] ?? substitution[2] ?? '')
    const [, name, operation = ''] =
      /^\$\{?([A-Za-z_]\w*(?:\[0\])?|[\d@*#?$!-])((?:[:#%\-=+?/^,@][\s\S]*)?)\}?$/.exec(text) ?? []
    if (name === undefined) return undefined
    const rest = text.startsWith('${') ? operation.replace(/\}$/, '') : ''
    const value = this.#variable(name)
    const fallback = /^:?[-=]([\s\S]*)$/.exec(rest)?.[1]
    // Who starts the script may have set it to something else.
    if (fallback !== undefined) return union(value, union(this.#text(fallback), value === undefined ? [text] : []))
    const cut = /^(%%?|##?)([\s\S]+)$/.exec(rest)
    if (cut !== null) return value?.map((each) => trimmed(each, cut[1]!, cut[2]!))
    return rest === '' ? value : undefined
  }

  #variable(name: string): Candidates {
    if (name === '0' || /^BASH_SOURCE(\[0\])?$/.test(name)) return [this.#scriptPath]
    const values = this.#assigned.get(name)
    if (values === undefined || this.#active.has(name)) return undefined
    if (this.#values.has(name)) return this.#values.get(name)
    this.#active.add(name)
    const all = values.flatMap((word) => (word === undefined ? [] : this.evaluate(word).candidates))
    this.#active.delete(name)
    const found = all.length === 0 ? undefined : union(all, [])
    this.#values.set(name, found)
    return found
  }

  /** A default is a word of its own, which may hold expansions. */
  #text(text: string): Candidates {
    const word = readCommands(MappedText.of(`: ${text}`), 'none', Number.POSITIVE_INFINITY).commands[0]?.words[1]
    return word === undefined ? [''] : this.evaluate(word).candidates
  }

  /** What programs that only answer about paths print. */
  #substitution(script: string): Candidates {
    const source = MappedText.of(script)
    const { commands } = readCommands(source, 'stdout', Number.POSITIVE_INFINITY)
    let folder: Candidates
    let printed: Candidates = []
    for (const command of commands) {
      if (command.into !== 'stdout' || command.aside) return undefined
      const [program, ...parameters] = command.words.map(this.evaluate)
      const operands = parameters.filter((word) => !/^-./.test(word.text))
      const answer =
        program?.text === 'mktemp' ? [temporaryPath(parameters)] : answerOf(program?.text ?? '', operands, folder)
      if (program?.text === 'cd') folder = operands[0]?.candidates
      else if (answer === undefined) return undefined
      else printed = union(printed, answer)
    }
    return printed?.length === 0 ? undefined : printed
  }

  /** The files of which a substitution prints what is in them. */
  #filesRead(text: string): readonly WordOrigin[] {
    const script = /^(?:\$\((?!\()([\s\S]*)\)|`([\s\S]*)`)$/.exec(text)
    if (script === null || this.#depth >= deepest) return []
    const known = this.#files.get(text)
    if (known !== undefined) return known
    this.#depth++
    const source = MappedText.of(asCommand(script[1] ?? script[2] ?? ''))
    const { commands } = readCommands(source, 'stdout', Number.POSITIVE_INFINITY)
    const isAlone = commands.length === 1
    const found = commands.flatMap((command) => {
      const { paths, whole } = filesReadBy(command, this.evaluate)
      return paths.map((path) => ({ ...fileOrigin(path), whole: whole && isAlone }))
    })
    this.#depth--
    const files = found.filter(({ path = '' }) => path.length < longest).slice(0, mostOrigins)
    this.#files.set(text, files)
    return files
  }

  #origins(text: string): readonly WordOrigin[] {
    const name = /^\$\{?([A-Za-z_]\w*|[\d@*])/.exec(text)?.[1]
    if (name === undefined) {
      const called = /^(?:\$\(|`)\s*([\w./-]+)/.exec(text)?.[1]
      const itself: WordOrigin =
        called === undefined ? { form: 'unknown', text } : { form: 'call', name: baseName(called), text }
      return [itself, ...this.#filesRead(text)]
    }
    // `${TOKEN:+set}` tells only whether there is one.
    if (/^\$\{\w+:?\+/.test(text)) return []
    if (/^[\d@*]$/.test(name)) return name === '0' ? [] : [{ form: 'command_line', name, text }]
    const values = this.#assigned.get(name)
    if (values === undefined || this.#active.has(name) || this.#depth >= deepest)
      return [{ form: 'environment', name, text }]
    const known = this.#sources.get(name)
    if (known !== undefined) return known
    this.#active.add(name)
    this.#depth++
    const found = values
      .flatMap((word) => (word === undefined ? [] : this.evaluate(word).origins))
      // A part of a file has the name of the variable that gets it.
      .map((origin): WordOrigin => (origin.form === 'file' && origin.name === undefined ? { ...origin, name } : origin))
      .slice(0, mostOrigins)
    this.#depth--
    this.#active.delete(name)
    this.#sources.set(name, found)
    return found
  }
}

/** `CMD="python3 main.py"; $CMD` is two words: a variable without quotes is split where it holds spaces. */
function splitAtSpaces(evaluated: EvaluatedWord): Pick<EvaluatedWord, 'parts'> {
  const { word, text } = evaluated
  const [only, other] = word.pieces
  const isOpen = evaluated.candidates.length > 1 || /\$\(|`/.test(text)
  if (other !== undefined || only?.kind !== 'expansion' || only.quoted || text === only.text || isOpen) return {}
  const parts = text.split(/\s+/).filter((part) => part !== '')
  if (parts.length < 2) return {}
  return { parts: parts.slice(0, mostElements).map((part) => ({ ...evaluated, text: part, candidates: [part] })) }
}

const textOf = (piece: Piece): string => (piece.kind === 'literal' ? piece.value : piece.text)

function combined(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.flatMap((start) => after.map((end) => (start + end).slice(0, longest))).slice(0, mostCandidates)
}

const union = (left: Candidates, right: Candidates): Candidates =>
  [...new Set([...(left ?? []), ...(right ?? [])])].slice(0, mostCandidates)
