/** The grammar of conditions: what may stand after `where`, `must`, `when` and in a definition. */
import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import type { Span } from '../../diagnostics/span.ts'
import { type LeafContext, nameOf, numberOf, patternOf, spanOf, textOf } from '../leaves.ts'
import * as t from '../tokens.ts'
import type {
  Every,
  List,
  Literal,
  Name,
  NumberLiteral,
  Operand,
  Operator,
  Pattern,
  Predicate,
  Quantified,
  Quantifier,
  Reference,
  ScopeWord,
  Subject,
  Text,
} from '../tree.ts'
import { sayExpected } from './expected.ts'
import { joined, presentAfterHave } from './join.ts'

/** Rules are methods of the parser by Chevrotain's design; each gives a node of the tree. */
export class PredicateParser extends EmbeddedActionsParser {
  /** Set before each piece is parsed. */
  context: LeafContext = { path: '', report: () => {} }

  constructor(vocabulary: TokenType[]) {
    super(vocabulary, { errorMessageProvider: sayExpected, recoveryEnabled: false, maxLookahead: 3 })
  }

  /** From `first` to the token just read. Only inside ACTION: while the grammar records itself there are no tokens. */
  protected since(first: IToken): Span {
    return spanOf(this.context, first, this.LA(0))
  }

  /** The meaning of a word that has just been read. */
  protected meaning<const V>(_word: IToken, value: V): V {
    return value
  }

  name = this.RULE('name', (): Name => {
    const token = this.CONSUME(t.Word)
    return this.ACTION(() => nameOf(this.context, token))
  })

  text = this.RULE('text', (): Text => {
    const token = this.CONSUME(t.Text)
    return this.ACTION(() => textOf(this.context, token))
  })

  number = this.RULE('number', (): NumberLiteral => {
    const token = this.CONSUME(t.NumberToken)
    return this.ACTION(() => numberOf(this.context, token))
  })

  pattern = this.RULE('pattern', (): Pattern => {
    const token = this.CONSUME(t.Pattern)
    return this.ACTION(() => patternOf(this.context, token))
  })

  /** Conditions joined by `and`, or by `or`. */
  predicate = this.RULE('predicate', (): Predicate => {
    const first = this.LA(1)
    const operands = [this.SUBRULE(this.condition)]
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
    const compared = this.OPTION(() => {
      const start = this.LA(1)
      const operator = this.SUBRULE(this.operator)
      const at = this.ACTION(() => this.since(start))
      const alone = operator === 'is missing' || operator === 'is present'
      const right = this.OPTION2({ GATE: () => !alone, DEF: () => this.SUBRULE(this.operand) })
      if (right === undefined && !alone) this.ACTION(() => this.reportNoValue(operator))
      return { operator, at, ...(right === undefined ? {} : { right }) }
    })
    return this.ACTION((): Predicate => {
      const span = this.since(first)
      return compared === undefined
        ? { kind: 'bare', reference: left, have: false, span }
        : { kind: 'comparison', left, ...compared, span }
    })
  })

  private reportNoValue(operator: Operator): void {
    const [before, found] = [this.LA(0), this.LA(1)]
    const atEnd = found.tokenType.name === 'EOF'
    const span = spanOf(this.context, atEnd ? before : found)
    this.context.report(
      diagnose('unexpected', span, {
        expected: `a value after "${operator}"`,
        found: atEnd ? 'the end of the clause' : `"${found.image}"`,
      }),
    )
  }

  operator = this.RULE('operator', (): Operator => {
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Is)
          return this.OR2([
            { ALT: () => this.meaning(this.CONSUME(t.Missing), 'is missing') },
            { ALT: () => this.meaning(this.CONSUME(t.Present), 'is present') },
            { ALT: () => this.meaning(this.CONSUME(t.Among), 'is among') },
            {
              ALT: () => {
                this.CONSUME(t.Not)
                const among = this.OPTION(() => this.CONSUME2(t.Among))
                return among === undefined ? ('is not' as const) : ('is not among' as const)
              },
            },
            { ALT: () => 'is' as const },
          ])
        },
      },
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

  operand = this.RULE('operand', (): Operand => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.pattern) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.reference) },
    ])
  })

  literal = this.RULE('literal', (): Literal => {
    const first = this.LA(1)
    const boolean = (value: boolean): Literal =>
      this.ACTION(() => ({ kind: 'boolean' as const, value, span: this.since(first) }))
    return this.OR([
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.meaning(this.CONSUME(t.True), boolean(true)) },
      { ALT: () => this.meaning(this.CONSUME(t.False), boolean(false)) },
      {
        ALT: () => {
          this.CONSUME(t.NoneWord)
          return this.ACTION(() => ({ kind: 'none' as const, span: this.since(first) }))
        },
      },
    ])
  })

  list = this.RULE('list', (): List => {
    const first = this.CONSUME(t.OpenList)
    const values: (Literal | Reference)[] = []
    this.MANY_SEP({ SEP: t.Comma, DEF: () => values.push(this.SUBRULE(this.listed)) })
    this.CONSUME(t.CloseList)
    return this.ACTION(() => ({ kind: 'list' as const, values, span: this.since(first) }))
  })

  listed = this.RULE('listed', (): Literal | Reference => {
    return this.OR([{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.reference) }])
  })

  reference = this.RULE('reference', (): Reference => {
    const first = this.LA(1)
    const names = [this.SUBRULE(this.name)]
    this.MANY(() => {
      this.CONSUME(t.Dot)
      names.push(this.SUBRULE2(this.name))
    })
    return this.ACTION(() => ({ kind: 'reference' as const, names, span: this.since(first) }))
  })
}
