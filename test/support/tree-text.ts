/** The syntax tree as compact text: a line for each statement and clause, conditions in prefix form, no places. */
import type {
  Clause,
  Definition,
  File,
  Operand,
  Predicate,
  Reference,
  Statement,
  Subject,
} from '../../compiler/language/tree.ts'
import { unreachable } from '../../compiler/unreachable.ts'

export function treeText(file: File): string {
  const lost = file.lost.map(({ text }) => `lost ${text}`)
  return [...file.statements.map(statementText), ...lost].join('\n')
}

export function statementText(statement: Statement): string {
  switch (statement.kind) {
    case 'checklist':
      return `checklist ${statement.id.text} ${statement.version.value} ${quote(statement.title.value)}`
    case 'about':
      return `about ${quote(statement.text.value)}`
    case 'use':
      return `use ${statement.names.map(({ text }) => text).join(' ')} from ${quote(statement.from.value)}`
    case 'parameter': {
      const { name, type, value, bounds, about } = statement
      const within = bounds?.kind === 'range' ? ` from ${bounds.low.value} to ${bounds.high.value}` : ''
      const among = bounds?.kind === 'list' ? ` among ${operandText(bounds)}` : ''
      return `parameter ${name.text} (${type}) ${operandText(value)}${within}${among} ${quote(about.value)}`
    }
    case 'section':
      return `section ${statement.id.text} ${quote(statement.title.value)}`
    case 'item': {
      const head = `item ${statement.id.text} ${quote(statement.title.value)}${statement.damaged ? ' (damaged)' : ''}`
      return [head, ...statement.clauses.map((clause) => `  ${clauseText(clause)}`)].join('\n')
    }
    case 'defined kind':
    case 'defined predicate':
    case 'defined value':
      return definitionText(statement)
    default:
      return unreachable(statement)
  }
}

function definitionText(definition: Definition): string {
  const { name } = definition
  switch (definition.kind) {
    case 'defined kind':
      return `define ${name.text}: ${definition.of.text} where ${predicateText(definition.where)}`
    case 'defined predicate':
      return `define ${name.text} of ${definition.subject.text}: ${predicateText(definition.predicate)}`
    case 'defined value':
      return `define ${name.text}: ${operandText(definition.value)}`
    default:
      return unreachable(definition)
  }
}

function clauseText(clause: Clause): string {
  switch (clause.kind) {
    case 'severity':
    case 'confidence':
      return `${clause.kind} ${clause.value.text}`
    case 'tags':
    case 'see':
      return `${clause.kind} ${clause.values.map(({ value }) => quote(value)).join(' ')}`
    case 'rationale':
    case 'message':
    case 'fix':
      return `${clause.kind} ${quote(clause.text.value)}`
    case 'was':
      return `was ${clause.ids.map(({ text }) => text).join(' ')}`
    case 'applies':
      return `applies ${predicateText(clause.when)}`
    case 'check':
      return `check ${predicateText(clause.sentence)}`
    case 'review':
      return `review ${quote(clause.question.value)}${clause.when ? ` ${predicateText(clause.when)}` : ''}`
    default:
      return unreachable(clause)
  }
}

export function predicateText(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return `(${predicate.kind} ${predicate.operands.map(predicateText).join(' ')})`
    case 'not':
      return `(not ${predicateText(predicate.operand)})`
    case 'comparison': {
      const right = predicate.right === undefined ? '' : ` ${operandText(predicate.right)}`
      return `(${predicate.operator.replace(' ', '-')} ${referenceText(predicate.left)}${right})`
    }
    case 'bare':
      return `${predicate.have ? 'have:' : ''}${referenceText(predicate.reference)}`
    case 'quantified': {
      const count = predicate.count === undefined ? '' : ` ${predicate.count.value}`
      const where = predicate.where === undefined ? '' : ` where ${predicateText(predicate.where)}`
      return `(${predicate.quantifier.replace(' ', '-')}${count} ${subjectText(predicate.subject)}${where})`
    }
    case 'every': {
      const where = predicate.where === undefined ? '' : ` where ${predicateText(predicate.where)}`
      return `(every ${subjectText(predicate.subject)}${where} must ${predicateText(predicate.must)})`
    }
    default:
      return unreachable(predicate)
  }
}

function subjectText({ of, among, as, scopes, anywhere }: Subject): string {
  return [
    of.text,
    ...(among === undefined ? [] : [`among ${operandText(among)}`]),
    ...(as === undefined ? [] : [`as ${as.text}`]),
    ...scopes.map((scope) => `in ${scope.kind === 'name' ? scope.text : quote(scope.value)}`),
    ...(anywhere ? ['anywhere'] : []),
  ].join(' ')
}

const referenceText = ({ names }: Reference): string => names.map(({ text }) => text).join('.')

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case 'text':
      return quote(operand.value)
    case 'number':
    case 'boolean':
      return String(operand.value)
    case 'none':
      return 'none'
    case 'pattern':
      return `/${operand.source}/${operand.ignoreCase ? 'i' : ''}`
    case 'list':
      return `[${operand.values.map(operandText).join(' ')}]`
    case 'reference':
      return referenceText(operand)
    default:
      return unreachable(operand)
  }
}

const quote = (text: string): string => JSON.stringify(text)
