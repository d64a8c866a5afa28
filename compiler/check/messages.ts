/** Messages: text with placeholders, each of which has to stand for something in every finding. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Span } from '../diagnostics/span.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Name, Reference, Text } from '../language/tree.ts'
import { type Frame, fieldNames, fieldOf, innermost, type Named } from './context.ts'
import { resolve, valueOf } from './references.ts'
import type { Condition, Placeholder, Subject, Template, Witness } from './typed.ts'

/** What a text may show: the subject of its check, where a finding has one, and what is nested in it. */
export interface Shown {
  /** With the subject of the check, if findings have one; without, if they stand at an anchor. */
  readonly frame: Frame
  /** What holds of every finding. */
  readonly holding: readonly Condition[]
  /** The names that subjects were given in the sentence, by those they have in the typed tree. */
  readonly written: ReadonlyMap<string, string>
}

export function checkTemplate(shown: Shown, node: Text): Template {
  return {
    parts: pieces(shown.frame, node).map((piece) => (typeof piece === 'string' ? piece : placeholder(shown, piece))),
  }
}

interface Piece {
  readonly text: string
  readonly span: Span
}

/** Text and what stands between braces, in turn. `{{` and `}}` are braces. */
function pieces(frame: Frame, node: Text): readonly (string | Piece)[] {
  const found: (string | Piece)[] = []
  let text = ''
  for (let at = 0; at < node.value.length; at++) {
    const character = node.value.charAt(at)
    if ((character === '{' || character === '}') && node.value[at + 1] === character) {
      text += character
      at++
    } else if (character === '{') {
      const end = node.value.indexOf('}', at)
      if (end < 0) {
        frame.checking.report(diagnose('unclosed-placeholder', node.span, {}))
        return [...found, text + node.value.slice(at)]
      }
      found.push(text, { text: node.value.slice(at + 1, end).trim(), span: spanInside(node, at, end + 1) })
      text = ''
      at = end
    } else {
      text += character
    }
  }
  return [...found, text].filter((piece) => piece !== '')
}

/** Offsets in the value are those in the source as long as nothing was escaped; else the whole text is meant. */
function spanInside({ span, value }: Text, start: number, end: number): Span {
  const quote = span.end - span.start === value.length + 2 ? 1 : undefined
  return quote === undefined ? span : { ...span, start: span.start + quote + start, end: span.start + quote + end }
}

function placeholder(shown: Shown, piece: Piece): string | Placeholder {
  const names = piece.text.split('.').map((text): Name => ({ kind: 'name', text, span: piece.span }))
  const reference: Reference = { kind: 'reference', names, span: piece.span }
  const [first] = names
  const own = innermost(shown.frame)
  const isOwn =
    own !== undefined &&
    first !== undefined &&
    (fieldOf(own.is, first.text) !== undefined || own.written === first.text)
  const witness = isOwn || first === undefined ? undefined : findWitness(shown, first.text)
  if (witness === 'uncertain') {
    shown.frame.checking.report(diagnose('no-witness', piece.span, { name: piece.text }))
    return `{${piece.text}}`
  }
  const frame =
    witness === undefined ? shown.frame : { ...shown.frame, subjects: [...shown.frame.subjects, witness.named] }
  const known = isOwn || witness !== undefined || (first !== undefined && frame.home.names.has(first.text))
  const meaning = known ? resolve(frame, reference) : undefined
  const value = meaning === undefined ? undefined : valueOf(meaning)
  if (value !== undefined) return { written: piece.text, value, witness: witness?.witness }
  if (!known || meaning !== undefined) reportUnbound(shown, piece)
  return `{${piece.text}}`
}

function reportUnbound(shown: Shown, piece: Piece): void {
  const own = innermost(shown.frame)
  const names = [
    ...(own === undefined ? [] : fieldNames(own.is)),
    ...shown.written.values(),
    ...shown.frame.home.names.keys(),
  ]
  const suggestion = didYouMean(piece.text, names)
  shown.frame.checking.report(diagnose('unbound-placeholder', piece.span, { name: piece.text, suggestion }))
}

interface Found {
  readonly witness: Witness
  readonly named: Named
}

type Link = Witness['subjects'][number]

/** The nested subject of a name; 'uncertain' if there is one of which not every finding has an instance. */
function findWitness(shown: Shown, name: string): Found | 'uncertain' | undefined {
  const chain = shown.holding.flatMap((condition) => certainly(condition, name, shown, []) ?? [])
  const subject = chain.at(-1)?.subject
  if (subject !== undefined) {
    return { witness: { subjects: chain }, named: { name: subject.name, written: name, is: subject.is } }
  }
  return [...shown.written.values()].includes(name) ? 'uncertain' : undefined
}

/** The links to a subject that is there whenever the condition holds: through `and`, `some` and `at least` only. */
function certainly(
  condition: Condition,
  name: string,
  shown: Shown,
  links: readonly Link[],
): readonly Link[] | undefined {
  switch (condition.kind) {
    case 'all':
      return condition.operands
        .map((operand) => certainly(operand, name, shown, links))
        .find((found) => found !== undefined)
    case 'not': {
      const inner = condition.operand
      if (inner.kind === 'not') return certainly(inner.operand, name, shown, links)
      const lacking = inner.kind === 'quantified' && inner.quantifier === 'no'
      return lacking ? throughSubject(inner.subject, inner.where, name, shown, links) : undefined
    }
    case 'quantified': {
      const sure =
        condition.quantifier === 'some' || (condition.quantifier === 'at least' && (condition.count ?? 0) > 0)
      return sure ? throughSubject(condition.subject, condition.where, name, shown, links) : undefined
    }
    default:
      return undefined
  }
}

function throughSubject(
  subject: Subject,
  where: Condition,
  name: string,
  shown: Shown,
  links: readonly Link[],
): readonly Link[] | undefined {
  const own = [...links, { subject, where }]
  return shown.written.get(subject.name) === name ? own : certainly(where, name, shown, own)
}
