/** The grammar of names and values, and what all rules stand on. */
import { EmbeddedActionsParser, type IToken } from 'chevrotain'
import type { Span } from '../../diagnostics/span.ts'
import { type FileContext, nameOf, numberOf, patternOf, spanOf, textOf } from '../leaves.ts'
import { vocabulary } from '../lexer.ts'
import * as quoted from '../quoted.ts'
import * as t from '../tokens.ts'
import type { List, Literal, Name, NumberLiteral, Operand, Pattern, Reference, Text } from '../tree.ts'
import { sayExpected } from './expected.ts'

/** Rules are methods of the parser by Chevrotain's design; each gives a node of the tree. */
export class ValueParser extends EmbeddedActionsParser {
  /** Set before each piece is parsed. */
  context: FileContext = { source: { path: '', text: '' }, report: () => {} }

  /** Whether the grammar itself is looked at for mistakes: a test does, because it takes as long as all else here. */
  constructor(validates = false) {
    super(vocabulary, {
      errorMessageProvider: sayExpected,
      recoveryEnabled: false,
      maxLookahead: 1,
      skipValidations: !validates,
    })
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
    const token = this.CONSUME(quoted.Text)
    return this.ACTION(() => textOf(this.context, token))
  })

  number = this.RULE('number', (): NumberLiteral => {
    const token = this.CONSUME(t.NumberToken)
    return this.ACTION(() => numberOf(this.context, token))
  })

  pattern = this.RULE('pattern', (): Pattern => {
    const token = this.CONSUME(quoted.Pattern)
    return this.ACTION(() => patternOf(this.context, token))
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
