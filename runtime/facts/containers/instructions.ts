/**
 * Instructions of a Dockerfile, in one pass over its lines.
 *
 *     RUN --mount=type=cache,target=/c \      an option, and a line that goes on
 *       # why                                 a comment within is passed over
 *       make                                  text: "make"
 *     COPY <<EOF /etc/x                       what follows up to EOF belongs to it
 */
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'

export interface Instruction {
  /** In capital letters. */
  readonly name: string
  /** `--from=build`, as written, before the arguments. */
  readonly options: readonly string[]
  /** What follows the name and the options, lines joined, comments left out. */
  readonly text: MappedText
  /** The texts between `<<EOF` and `EOF`. */
  readonly documents: readonly MappedText[]
  readonly start: number
  readonly end: number
}

export interface Instructions {
  readonly instructions: readonly Instruction[]
  /** Where a line begins that is no instruction. */
  readonly trouble: number | undefined
}

const names = new Set(
  `ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER
  VOLUME WORKDIR`.split(/\s+/),
)
/** Instructions whose text may hold here-documents. */
const withDocuments = new Set(['RUN', 'COPY', 'ADD'])

export function instructionsIn(text: string): Instructions {
  const sign = /^\s*#\s*escape\s*=\s*(`)/im.exec(text.slice(0, 500))?.[1] ?? '\\'
  const instructions: Instruction[] = []
  let trouble: number | undefined
  let at = 0
  while (at < text.length) {
    const first = lineAt(text, at)
    if (/^\s*(#|$)/.test(first.text)) {
      at = first.next
      continue
    }
    const found = /^\s*(?:ONBUILD\s+)?([A-Za-z_]+)(?:\s+|$)/i.exec(first.text)
    const name = found?.[1]?.toUpperCase() ?? ''
    if (found === null || !names.has(name)) trouble ??= at
    const from = at + first.text.length - first.text.trimStart().length
    const body = bodyOf(text, at, found?.[0].length ?? 0, sign)
    const documents = withDocuments.has(name)
      ? documentsOf(text, body.text.text, body.next)
      : { found: [], next: body.next }
    at = documents.next
    if (found === null || !names.has(name)) continue
    const { options, rest } = optionsOf(body.text)
    instructions.push({ name, options, text: rest, documents: documents.found, start: from, end: body.end })
  }
  return { instructions, trouble }
}

interface Line {
  readonly text: string
  /** Where the next one starts. */
  readonly next: number
}

function lineAt(text: string, start: number): Line {
  const end = text.indexOf('\n', start)
  const stop = end < 0 ? text.length : end
  return { text: text.slice(start, stop).replace(/\r$/, ''), next: end < 0 ? text.length : end + 1 }
}

/** The lines of an instruction, joined; `skipped` characters of the first are its name. */
function bodyOf(text: string, start: number, skipped: number, sign: string) {
  const builder = new MappedTextBuilder()
  let [at, end, first] = [start, start, true]
  for (;;) {
    const line = lineAt(text, at)
    const isComment = !first && /^\s*#/.test(line.text)
    const trimmed = line.text.trimEnd()
    const goesOn = !isComment && trimmed.endsWith(sign)
    if (!isComment) {
      const from = first ? skipped : 0
      builder.add(line.text.slice(from, goesOn ? trimmed.length - 1 : undefined), at + from)
      end = at + trimmed.length
    }
    first = false
    const isBlank = line.text.trim() === ''
    if ((!goesOn && !isComment && !isBlank) || line.next >= text.length)
      return { text: builder.build(), end, next: line.next }
    at = line.next
  }
}

const documentStart = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/g

function documentsOf(text: string, instruction: string, start: number) {
  const found: MappedText[] = []
  let at = start
  for (const [written, , end] of instruction.matchAll(documentStart)) {
    const builder = new MappedTextBuilder()
    while (at < text.length) {
      const line = lineAt(text, at)
      const content = written.startsWith('<<-') ? line.text.replace(/^\t+/, '') : line.text
      const from = at + line.text.length - content.length
      at = line.next
      if (content === end) break
      builder.add(`${content}\n`, from)
    }
    found.push(builder.build())
  }
  return { found, next: at }
}

function optionsOf(text: MappedText): { readonly options: readonly string[]; readonly rest: MappedText } {
  const options: string[] = []
  let at = 0
  for (let found = optionAt(text.text, at); found !== null; found = optionAt(text.text, at)) {
    options.push(found[1]!)
    at += found[0].length
  }
  const start = at + (/^\s*/.exec(text.text.slice(at))?.[0].length ?? 0)
  const builder = new MappedTextBuilder()
  builder.add(text.text.slice(start).trimEnd(), start)
  return { options, rest: builder.build(text) }
}

const optionAt = (text: string, at: number) => /^\s*(--[a-z][\w-]*(?:=\S*)?)(?=\s|$)/.exec(text.slice(at, at + 1000))
