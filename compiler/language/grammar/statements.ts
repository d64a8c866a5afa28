/** The grammar of statements. An item is its first line only: its clauses are pieces of their own. */

import { spanOf } from '../leaves.ts'
import * as t from '../tokens.ts'
import type { Definition, Item, NumberLiteral, ParameterType, Range, Statement, Text } from '../tree.ts'
import { ClauseParser, type Unplaced } from './clauses.ts'

export class StatementParser extends ClauseParser {
  constructor(validates = false) {
    super(validates)
    this.performSelfAnalysis()
  }

  statement = this.RULE('statement', (): Statement => {
    const first = this.LA(1)
    const statement = this.OR([
      { ALT: () => this.SUBRULE(this.checklist) },
      { ALT: () => ({ kind: this.meaning(this.CONSUME(t.AboutWord), 'about'), text: this.SUBRULE(this.text) }) },
      { ALT: () => this.SUBRULE(this.use) },
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.definition) },
      {
        ALT: () => {
          this.CONSUME(t.SectionWord)
          return { kind: 'section' as const, id: this.SUBRULE(this.name), title: this.SUBRULE2(this.text) }
        },
      },
      { ALT: () => this.SUBRULE(this.item) },
    ])
    return this.ACTION(() => ({ ...statement, span: this.since(first) }))
  })

  checklist = this.RULE('checklistLine', (): Unplaced<Extract<Statement, { kind: 'checklist' }>> => {
    this.CONSUME(t.ChecklistWord)
    const id = this.SUBRULE(this.name)
    const version = this.SUBRULE(this.version)
    return { kind: 'checklist', id, version, title: this.SUBRULE(this.text) }
  })

  version = this.RULE('version', (): Text => {
    const token = this.CONSUME(t.Version)
    return this.ACTION(() => ({ kind: 'text' as const, value: token.image, span: spanOf(this.context, token) }))
  })

  use = this.RULE('use', (): Unplaced<Extract<Statement, { kind: 'use' }>> => {
    this.CONSUME(t.UseWord)
    const names = this.SUBRULE(this.names)
    this.CONSUME(t.From)
    return { kind: 'use', names, from: this.SUBRULE(this.text) }
  })

  parameter = this.RULE('parameter', (): Unplaced<Extract<Statement, { kind: 'parameter' }>> => {
    this.CONSUME(t.ParameterWord)
    const name = this.SUBRULE(this.name)
    const type = this.SUBRULE(this.parameterType)
    this.CONSUME(t.Equals)
    const value = this.OR([{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.list) }])
    const bounds = this.OPTION(() =>
      this.OR2([
        { ALT: () => this.SUBRULE(this.range) },
        {
          ALT: () => {
            this.CONSUME(t.Among)
            return this.SUBRULE2(this.list)
          },
        },
      ]),
    )
    const about = this.SUBRULE(this.text)
    return { kind: 'parameter', name, type, value, ...(bounds === undefined ? {} : { bounds }), about }
  })

  parameterType = this.RULE('parameterType', (): ParameterType => {
    return this.OR([
      { ALT: () => this.meaning(this.CONSUME(t.TextWord), 'text') },
      { ALT: () => this.meaning(this.CONSUME(t.NumberWord), 'number') },
      { ALT: () => this.meaning(this.CONSUME(t.BooleanWord), 'boolean') },
      {
        ALT: () => {
          this.CONSUME(t.ListWord)
          this.CONSUME(t.Of)
          return this.OR2([
            { ALT: () => this.meaning(this.CONSUME2(t.TextWord), 'list of text') },
            { ALT: () => this.meaning(this.CONSUME2(t.NumberWord), 'list of number') },
          ])
        },
      },
    ])
  })

  range = this.RULE('range', (): Range => {
    const first = this.CONSUME(t.From)
    const low: NumberLiteral = this.SUBRULE(this.number)
    this.CONSUME(t.To)
    const high = this.SUBRULE2(this.number)
    return this.ACTION(() => ({ kind: 'range' as const, low, high, span: this.since(first) }))
  })

  definition = this.RULE('definition', (): Unplaced<Definition> => {
    this.CONSUME(t.DefineWord)
    const name = this.SUBRULE(this.name)
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Open)
          const subject = this.SUBRULE2(this.name)
          this.CONSUME(t.Close)
          this.CONSUME(t.As)
          return { kind: 'defined predicate' as const, name, subject, predicate: this.SUBRULE(this.predicate) }
        },
      },
      {
        ALT: () => {
          this.CONSUME2(t.As)
          const meant = this.SUBRULE(this.definedValue)
          return this.ACTION(() => ({ name, ...meant }))
        },
      },
    ])
  })

  definedValue = this.RULE('definedValue', (): Meant => {
    return this.OR([
      {
        ALT: () => {
          const of = this.SUBRULE(this.name)
          this.CONSUME(t.Where)
          return { kind: 'defined kind' as const, of, where: this.SUBRULE(this.predicate) }
        },
      },
      { ALT: () => ({ kind: 'defined value' as const, value: this.SUBRULE(this.literal) }) },
      { ALT: () => ({ kind: 'defined value' as const, value: this.SUBRULE(this.list) }) },
      { ALT: () => ({ kind: 'defined value' as const, value: this.SUBRULE(this.pattern) }) },
    ])
  })

  item = this.RULE('item', (): Unplaced<Item> => {
    this.CONSUME(t.ItemWord)
    const id = this.SUBRULE(this.name)
    return { kind: 'item', id, title: this.SUBRULE(this.text), clauses: [], damaged: false }
  })
}

/** What a definition without a subject stands for. */
type Meant =
  | Omit<Extract<Definition, { kind: 'defined kind' }>, 'name' | 'span'>
  | Omit<Extract<Definition, { kind: 'defined value' }>, 'name' | 'span'>
