/** Pairs of a generated checklist and generated documents, and whether the evaluators agree on them. */
import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import type { TypedChecklist } from '../../../compiler/check/typed.ts'
import { type Answer, type FactsDocument, hasErrors } from '../../../compiler/index.ts'
import { analyse } from '../../../compiler/pipeline.ts'
import { lower } from '../../../compiler/rego/lower/index.ts'
import { printModule } from '../../../compiler/rego/print.ts'
import { interpret } from '../../../runtime/interpret/index.ts'
import { loadModule } from '../evaluators.ts'
import { complaints, evaluate, type OpaCase } from '../opa.ts'
import { generateChecklist } from './checklist.ts'
import { generateDocument, kindsFor } from './documents.ts'
import { type Piece, textOf } from './pieces.ts'
import { randomFrom } from './random.ts'
import { cutDown } from './shrink.ts'

/** A checklist that compiles, with documents of the kinds that it looks at. */
export interface Sample {
  readonly seed: number
  readonly piece: Piece
  readonly checklist: TypedChecklist
  readonly documents: readonly FactsDocument[]
}

/** Undefined where the generated text has a mistake. */
export function sampleOf(seed: number, documents: number): Sample | undefined {
  const random = randomFrom(seed)
  const { piece } = generateChecklist(random, `generated-${seed}`)
  const checklist = checklistIn(piece)
  if (checklist === undefined) return undefined
  const wanted = kindsFor(checklist)
  const generated = Array.from({ length: documents }, () => generateDocument(random, checklist, wanted))
  return { seed, piece, checklist, documents: generated }
}

function checklistIn(piece: Piece): TypedChecklist | undefined {
  const path = 'generated.checklist'
  const { value, diagnostics } = analyse([{ path, text: textOf(piece) }], path)
  return hasErrors(diagnostics) ? undefined : value
}

export interface Disagreement {
  readonly who: string
  readonly text: string
  readonly document: FactsDocument
  readonly answers: Readonly<Record<string, unknown>>
}

export interface Judged {
  /** What the interpreter says, a document each. */
  readonly answers: readonly Answer[]
  /** The first document on which our module and the interpreter differ, cut down; undefined where they agree. */
  readonly disagreement: Disagreement | undefined
}

export function judgeSample(sample: Sample): Judged {
  const { checklist, documents } = sample
  const asked = moduleOf(checklist)
  const answers = documents.map((each) => interpret(checklist, each))
  const document = documents.find((each, index) => !isDeepStrictEqual(asked(each), answers[index]))
  return { answers, disagreement: document && smallestOf(sample, document) }
}

function smallestOf({ seed, piece }: Sample, document: FactsDocument): Disagreement {
  const small = cutDown({ piece, document }, (tried) => {
    const checklist = checklistIn(tried.piece)
    if (checklist === undefined) return false
    return !isDeepStrictEqual(moduleOf(checklist)(tried.document), interpret(checklist, tried.document))
  })
  const checklist = checklistIn(small.piece)
  assert(checklist !== undefined, 'a case that was cut down compiles')
  return {
    who: `module and interpreter, seed ${seed}`,
    text: textOf(small.piece),
    document: small.document,
    answers: { module: moduleOf(checklist)(small.document), interpreter: interpret(checklist, small.document) },
  }
}

function moduleOf(checklist: TypedChecklist): (document: FactsDocument) => Answer | undefined {
  const policy = loadModule(lower(checklist))
  return (document) => {
    const bytes = new TextEncoder().encode(JSON.stringify(document))
    const [binding] = policy.evaluate(Uint8Array.from(bytes).buffer) as readonly { readonly result: Answer }[]
    return binding?.result
  }
}

/** Where real `opa` and the interpreter differ on one of many samples: all of them in one process. */
export function disagreementWithOpa(samples: readonly Sample[]): Disagreement | undefined {
  const cases = samples.flatMap(({ checklist, documents }) =>
    documents.map(
      (input, index): OpaCase => ({ name: `${checklist.id}/${index}`, module: packageOf(checklist), input }),
    ),
  )
  const judged = evaluate(
    samples.map(({ checklist }) => printModule(lower(checklist))),
    cases,
  )
  for (const { seed, piece, checklist, documents } of samples) {
    for (const [index, document] of documents.entries()) {
      const [opa, interpreter] = [judged[`${checklist.id}/${index}`], interpret(checklist, document)]
      if (isDeepStrictEqual(opa, interpreter)) continue
      const answers = { opa, interpreter }
      return { who: `opa and interpreter, seed ${seed}`, text: textOf(piece), document, answers }
    }
  }
  return undefined
}

/** What `opa check --strict` and `opa fmt` have to say about the text of samples; empty where all is well. */
export const complaintsAbout = (samples: readonly Sample[]): string =>
  complaints(samples.map(({ checklist }) => printModule(lower(checklist))))

const packageOf = ({ id }: TypedChecklist): string => id.replaceAll('-', '_')

/** For a person: the checklist, the document, and what each evaluator says of it. */
export const shown = ({ who, text, document, answers }: Disagreement): string =>
  [
    `${who} disagree.`,
    text,
    JSON.stringify(document),
    ...Object.entries(answers).map((one) => JSON.stringify(one)),
  ].join('\n')
