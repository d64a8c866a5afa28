/**
 * Python within shell scripts: `python3 -c '…'`, and here-documents that Python reads.
 *
 *     script   python3 - <<'EOF'\nimport os\nEOF\n          a script
 *     text     ⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎import os\n⏎⏎⏎⏎          what Python's extractor reads: every offset is the same
 *
 * Several programs of one script are read as one after the other.
 */
import { baseName, type EvaluatedWord } from '../commands/evaluate.ts'
import { leadingOptions } from '../commands/options.ts'
import { type Run, runsOf } from '../commands/runs.ts'
import type { Word } from '../commands/words.ts'
import type { Extraction, Extractor, FileInput, Gap } from '../extractor.ts'
import { pythonExtractor } from '../python/index.ts'
import { parseShell } from './parse.ts'
import { type Heredoc, type ScriptCommand, structureOf } from './structure.ts'
import { Variables } from './variables.ts'

export const embeddedPythonExtractor: Extractor = {
  name: 'embedded-python',
  kinds: pythonExtractor.kinds,
  reads: (file) => file.language === 'shell',
  followsValues: true,
  extract,
}

const nothing: Extraction = { facts: {}, undecided: [] }

/** A piece of the script that is Python, as text of the same length. */
interface Piece {
  readonly start: number
  readonly text: string
}

async function extract(input: FileInput): Promise<Extraction> {
  if (!/py/i.test(input.text)) return nothing
  const parsed = await parseShell(input)
  if (parsed.kind === 'cut') return { facts: {}, undecided: [{ reason: parsed.reason, kinds: pythonExtractor.kinds }] }
  const { tree } = parsed
  const { commands } = structureOf(tree)
  const { evaluate } = new Variables(
    input.file.path,
    commands.map(({ command }) => command),
  )
  const gaps: Gap[] = []
  const pieces = commands.flatMap((each) =>
    runsOf(each.command, evaluate).flatMap((run): readonly Piece[] => {
      const code = codeOf(run, each)
      if (code === undefined) return []
      const piece = typeof code === 'string' ? undefined : pieceOf(tree.text, run, code)
      if (piece === undefined) gaps.push(gapAt(input, run))
      return piece === undefined ? [] : [piece]
    }),
  )
  if (pieces.length === 0) return { facts: {}, undecided: gaps }
  const extraction = await pythonExtractor.extract({ ...input, text: spread(pieces, input.text.length) })
  return { ...extraction, undecided: [...gaps, ...extraction.undecided] }
}

/** What a run gives Python to read; "unknown" where it is put together elsewhere. */
function codeOf({ program, parameters }: Run, { heredoc }: ScriptCommand): Word | Heredoc | 'unknown' | undefined {
  if (!program.candidates.some(isPython)) return undefined
  const { options, rest } = leadingOptions(parameters, new Set(['-W', '-X']))
  const isCode = options.some(({ name }) => name === '-c')
  if (isCode) return rest[0] === undefined || !isSpelledOut(rest[0]) ? 'unknown' : rest[0].word
  const isFromInput = rest.length === 0 ? !options.some(({ name }) => name === '-m') : rest[0]?.text === '-'
  return isFromInput ? heredoc : undefined
}

/** `$PYTHON` that nobody can resolve is taken at its word. */
const isPython = (path: string): boolean =>
  /^(python|pypy)[\d.]*(\.exe)?$|^\$\{?\w*PY(THON)?\w*\}?$/i.test(baseName(path))

const isSpelledOut = ({ word }: EvaluatedWord): boolean =>
  word.pieces.some((piece) => piece.kind === 'literal' && piece.value.trim() !== '')

/** Undefined where the text stands in no one place of the script. */
function pieceOf(script: string, { command }: Run, code: Word | Heredoc): Piece | undefined {
  if (!('pieces' in code)) return { start: code.start, text: heredocText(script, code) }
  const start = command.source.originOf(code.start)
  const { end } = command.source.rangeOf(code.start, code.end)
  if (end - start !== code.end - code.start) return undefined
  const text = Array.from({ length: end - start }, () => ' ')
  for (const piece of code.pieces) {
    const value = piece.kind === 'literal' ? piece.value : holeOf(piece.text)
    const at = piece.start - code.start
    for (let i = 0; i < value.length; i++) text[at + i] = value[i]!
  }
  // The first line is not indented by what stands before it.
  const first = text.findIndex((character) => character !== ' ')
  return { start: start + first, text: text.slice(first).join('') }
}

const expansion = /(?<!\\)\$(?:\{[^{}\n]{1,200}\}|\([^()\n]{1,200}\)|[A-Za-z_]\w{0,99}|\d)/g

/** What the shell puts in is a name to Python. */
const holeOf = (text: string): string => 'x'.repeat(text.length)

function heredocText(script: string, { start, end, quoted }: Heredoc): string {
  // Tabs that the shell takes away become empty lines.
  const text = script.slice(start, end).replace(/^\t+/gm, (tabs) => '\n'.repeat(tabs.length))
  return quoted ? text : text.replace(expansion, holeOf)
}

/** The pieces where they stand, and line ends everywhere else. */
function spread(pieces: readonly Piece[], length: number): string {
  let text = ''
  for (const { start, text: piece } of pieces.toSorted((a, b) => a.start - b.start)) {
    if (start >= text.length) text += '\n'.repeat(start - text.length) + piece
  }
  return text + '\n'.repeat(Math.max(0, length - text.length))
}

function gapAt({ lines }: FileInput, { command }: Run): Gap {
  const at = command.source.originOf(command.start)
  const { line } = lines.placeOf(at, at)
  return { reason: `runs Python code at line ${line} that is put together elsewhere`, kinds: pythonExtractor.kinds }
}
