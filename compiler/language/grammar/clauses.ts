/** The grammar of an item's clauses. */

import * as t from '../tokens.ts'
import type { Clause, Name, Predicate, Text } from '../tree.ts'
import { PredicateParser } from './predicates.ts'

export class ClauseParser extends PredicateParser {
  clause = this.RULE('clause', (): Clause => {
    const first = this.LA(1)
    const clause = this.OR([
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.SeverityWord), 'severity'), value: this.SUBRULE(this.name) }) },
      {
        ALT: () => ({
          kind: this.meaning(this.CONSUME(t.ConfidenceWord), 'confidence'),
          value: this.SUBRULE2(this.name),
        }),
      },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.TagsWord), 'tags'), values: this.SUBRULE(this.texts) }) },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.SeeWord), 'see'), values: this.SUBRULE2(this.texts) }) },
      {
        ALT: () => ({ kind: this.meaning(this.CONSUME(t.RationaleWord), 'rationale'), text: this.SUBRULE(this.text) }),
      },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.WasWord), 'was'), ids: this.SUBRULE(this.names) }) },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.AppliesWord), 'applies'), when: this.SUBRULE(this.applies) }) },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.MessageWord), 'message'), text: this.SUBRULE2(this.text) }) },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.FixWord), 'fix'), text: this.SUBRULE3(this.text) }) },
      { ALT: () => this.SUBRULE(this.review) },
      { ALT: () => ({ kind: 'check' as const, sentence: this.SUBRULE(this.quantified) }) },
      { ALT: () => ({ kind: 'check' as const, sentence: this.SUBRULE(this.every) }) },
    ])
    return this.ACTION(() => ({ ...clause, span: this.since(first) }))
  })

  applies = this.RULE('applies', (): Predicate => {
    this.CONSUME(t.When)
    return this.SUBRULE(this.predicate)
  })

  review = this.RULE('review', (): Unplaced<Extract<Clause, { kind: 'review' }>> => {
    this.CONSUME(t.ReviewWord)
    const question = this.SUBRULE(this.text)
    const when = this.OPTION(() => {
      this.CONSUME(t.When)
      return this.SUBRULE(this.quantified)
    })
    return { kind: 'review', question, ...(when === undefined ? {} : { when }) }
  })

  texts = this.RULE('texts', (): readonly Text[] => {
    const values: Text[] = []
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => values.push(this.SUBRULE(this.text)) })
    return values
  })

  names = this.RULE('names', (): readonly Name[] => {
    const values: Name[] = []
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => values.push(this.SUBRULE(this.name)) })
    return values
  })
}

/** A node before its span is known: every rule measures itself at its end. */
export type Unplaced<N> = N extends { readonly span: unknown } ? Omit<N, 'span'> : never
