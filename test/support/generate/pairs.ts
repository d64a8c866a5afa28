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
import { evaluate, type OpaCase } from '../opa.ts'
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

/** The first document of a sample on which our module and the interpreter differ, cut down; undefined where they agree. */
export function disagreementOn(sample: Sample): Disagreement | undefined {
  const { checklist, documents } = sample
  const asked = moduleOf(checklist)
  const document = documents.find((each) => !isDeepStrictEqual(asked(each), interpret(checklist, each)))
  if (document === undefined) return undefined
  const differs = (other: TypedChecklist, facts: FactsDocument) =>
    !isDeepStrictEqual(moduleOf(other)(facts), interpret(other, facts))
  const small = cutDown({ piece: sample.piece, document }, (tried) => {
    const compiled = checklistIn(tried.piece)
    return compiled !== undefined && differs(compiled, tried.document)
  })
  const judged = checklistIn(small.piece)
  assert(judged !== undefined, 'a case that was cut down compiles')
  return {
    who: `module and interpreter, seed ${sample.seed}`,
    text: textOf(small.piece),
    document: small.document,
    answers: { module: moduleOf(judged)(small.document), interpreter: interpret(judged, small.document) },
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

const packageOf = ({ id }: TypedChecklist): string => id.replaceAll('-', '_')
