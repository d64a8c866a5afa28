/** The grammar of conditions: what may stand after `where`, `must`, `when` and in a definition. */
import type { IToken } from 'chevrotain'
import * as t from '../tokens.ts'
import type {
  Comparison,
  Every,
  NumberLiteral,
  Operator,
  Predicate,
  Quantified,
  Quantifier,
  ScopeWord,
  Subject,
} from '../tree.ts'
import { joined, presentAfterHave } from './join.ts'
import { ValueParser } from './values.ts'

export class PredicateParser extends ValueParser {
  /** Conditions joined by `and`, or by `or`. */
  predicate = this.RULE('predicate', (): Predicate => {
    const first = this.LA(1)
    const operands: [Predicate, ...Predicate[]] = [this.SUBRULE(this.condition)]
    const words: IToken[] = []
    this.MANY(() => {
      words.push(this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Or) }]))
      operands.push(this.SUBRULE2(this.condition))
    })
    return this.ACTION(() => joined(this.context, operands, words, this.since(first)))
  })

  condition = this.RULE('condition', (): Predicate => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.negation) },
      {
        ALT: () => {
          this.CONSUME(t.Open)
          const inner = this.SUBRULE(this.predicate)
          this.CONSUME(t.Close)
          return inner
        },
      },
      { ALT: () => this.SUBRULE(this.quantified) },
      { ALT: () => this.SUBRULE(this.every) },
      { ALT: () => this.SUBRULE(this.comparison) },
    ])
  })

  negation = this.RULE('negation', (): Predicate => {
    const first = this.CONSUME(t.Not)
    const operand = this.SUBRULE(this.condition)
    return this.ACTION(() => ({ kind: 'not' as const, operand, span: this.since(first) }))
  })

  quantified = this.RULE('quantified', (): Quantified => {
    const first = this.LA(1)
    const quantifier = this.SUBRULE(this.quantifier)
    const subject = this.SUBRULE(this.subject)
    const where = this.OPTION(() => {
      this.CONSUME(t.Where)
      return this.SUBRULE(this.predicate)
    })
    return this.ACTION(() => ({
      kind: 'quantified' as const,
      ...quantifier,
      subject,
      ...(where === undefined ? {} : { where }),
      span: this.since(first),
    }))
  })

  quantifier = this.RULE('quantifier', (): { readonly quantifier: Quantifier; readonly count?: NumberLiteral } => {
    return this.OR([
      { ALT: () => ({ quantifier: this.meaning(this.CONSUME(t.Some), 'some') }) },
      { ALT: () => ({ quantifier: this.meaning(this.CONSUME(t.No), 'no') }) },
      {
        ALT: () => {
          this.CONSUME(t.At)
          const quantifier = this.OR2([
            { ALT: () => this.meaning(this.CONSUME(t.Least), 'at least') },
            { ALT: () => this.meaning(this.CONSUME(t.Most), 'at most') },
          ])
          return { quantifier, count: this.SUBRULE(this.number) }
        },
      },
      {
        ALT: () => {
          const quantifier = this.meaning(this.CONSUME(t.Exactly), 'exactly')
          return { quantifier, count: this.SUBRULE2(this.number) }
        },
      },
    ])
  })

  every = this.RULE('every', (): Every => {
    const first = this.CONSUME(t.Every)
    const subject = this.SUBRULE(this.subject)
    const where = this.OPTION(() => {
      this.CONSUME(t.Where)
      return this.SUBRULE(this.predicate)
    })
    this.CONSUME(t.Must)
    const have = this.OPTION2(() =>
      this.OR([
        { ALT: () => this.meaning(this.CONSUME(t.Have), true) },
        { ALT: () => this.meaning(this.CONSUME(t.Be), false) },
      ]),
    )
    const must = this.SUBRULE2(this.predicate)
    return this.ACTION(() => ({
      kind: 'every' as const,
      subject,
      ...(where === undefined ? {} : { where }),
      must: have === true ? presentAfterHave(must) : must,
      span: this.since(first),
    }))
  })

  subject = this.RULE('subject', (): Subject => {
    const first = this.LA(1)
    const of = this.SUBRULE(this.name)
    const among = this.OPTION(() => {
      this.CONSUME(t.Among)
      return this.OR([{ ALT: () => this.SUBRULE(this.list) }, { ALT: () => this.SUBRULE(this.reference) }])
    })
    const as = this.OPTION2(() => {
      this.CONSUME(t.As)
      return this.SUBRULE2(this.name)
    })
    const scopes: ScopeWord[] = []
    this.OPTION3(() => {
      this.CONSUME(t.In)
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => scopes.push(this.SUBRULE(this.scope)) })
    })
    const anywhere = this.OPTION4(() => this.CONSUME(t.Anywhere)) !== undefined
    return this.ACTION(() => ({
      kind: 'subject' as const,
      of,
      ...(among === undefined ? {} : { among }),
      ...(as === undefined ? {} : { as }),
      scopes,
      anywhere,
      span: this.since(first),
    }))
  })

  scope = this.RULE('scope', (): ScopeWord => {
    return this.OR([{ ALT: () => this.SUBRULE(this.name) }, { ALT: () => this.SUBRULE(this.text) }])
  })

  comparison = this.RULE('comparison', (): Predicate => {
    const first = this.LA(1)
    const left = this.SUBRULE(this.reference)
    const test = this.OPTION(() => this.SUBRULE(this.test))
    return this.ACTION((): Predicate => {
      const span = this.since(first)
      return test === undefined
        ? { kind: 'bare', reference: left, have: false, span }
        : { kind: 'comparison', left, ...test, span }
    })
  })

  test = this.RULE('test', (): Test => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.identity) },
      {
        ALT: () => {
          const first = this.LA(1)
          const operator = this.SUBRULE(this.operator)
          const at = this.ACTION(() => this.since(first))
          return { operator, at, right: this.SUBRULE(this.operand) }
        },
      },
    ])
  })

  /** What begins with `is`. */
  identity = this.RULE('identity', (): Test => {
    const first = this.CONSUME(t.Is)
    const at = () => this.ACTION(() => this.since(first))
    return this.OR([
      { ALT: () => ({ operator: this.meaning(this.CONSUME(t.Missing), 'is missing'), at: at() }) },
      { ALT: () => ({ operator: this.meaning(this.CONSUME(t.Present), 'is present'), at: at() }) },
      {
        ALT: () => ({
          operator: this.meaning(this.CONSUME(t.Among), 'is among'),
          at: at(),
          right: this.SUBRULE(this.operand),
        }),
      },
      {
        ALT: () => {
          const not = this.CONSUME(t.Not)
          const operator =
            this.OPTION(() => this.meaning(this.CONSUME2(t.Among), 'is not among')) ?? this.meaning(not, 'is not')
          return { operator, at: at(), right: this.SUBRULE2(this.operand) }
        },
      },
      { ALT: () => ({ operator: 'is' as const, at: at(), right: this.SUBRULE3(this.operand) }) },
    ])
  })

  operator = this.RULE('operator', (): Operator => {
    return this.OR([
      { ALT: () => this.meaning(this.CONSUME(t.NotEqual), 'is not') },
      { ALT: () => this.meaning(this.CONSUME(t.AtMost), '<=') },
      { ALT: () => this.meaning(this.CONSUME(t.AtLeast), '>=') },
      { ALT: () => this.meaning(this.CONSUME(t.Less), '<') },
      { ALT: () => this.meaning(this.CONSUME(t.More), '>') },
      { ALT: () => this.meaning(this.CONSUME(t.Like), 'like') },
      { ALT: () => this.meaning(this.CONSUME(t.Matches), 'matches') },
      { ALT: () => this.meaning(this.CONSUME(t.Contains), 'contains') },
      {
        ALT: () => {
          this.CONSUME(t.Starts)
          return this.meaning(this.CONSUME(t.With), 'starts with')
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Ends)
          return this.meaning(this.CONSUME2(t.With), 'ends with')
        },
      },
    ])
  })
}

/** A comparison without its left side. */
type Test = Pick<Comparison, 'operator' | 'at' | 'right'>
