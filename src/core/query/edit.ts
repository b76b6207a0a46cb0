import { analyze } from '../text/analyze.ts'
import { fold } from '../text/text.ts'
import type { Clause, Query } from './ast.ts'
import { type FieldName, fieldOf } from './fields.ts'
import { format } from './format.ts'
import { parse } from './parse.ts'
import { formatCondition } from './values.ts'

/** Whether a query asks for one value of a field such as `theme`, or excludes it. */
export type ValueState = 'included' | 'excluded' | 'neutral'

/**
 * The values that a query gives a field, if it is about nothing else: `theme:rlvr,moe`, `org:"A" | org:"B"`,
 * `comments:1..4`. Each is written as in a clause, texts without their quotation marks.
 */
function givenValues(query: Query, field: FieldName): readonly string[] {
  switch (query.type) {
    case 'filter':
      if (query.field !== field) return []
      return query.condition.kind === 'set' ? query.condition.values : [formatCondition(query.condition)]
    case 'word':
    case 'phrase':
      return query.field === field ? [query.text] : []
    case 'or': {
      const values = query.members.map(member => givenValues(member, field))
      return values.every(({ length }) => length > 0) ? values.flat() : []
    }
    default:
      return []
  }
}

const excludedValues = (query: Query, field: FieldName): readonly string[] =>
  query.type === 'not' ? givenValues(query.member, field) : []

/** Whether a query is about a field and nothing else, for or against. */
export const isAbout = (query: Query, field: FieldName): boolean =>
  givenValues(query, field).length > 0 || excludedValues(query, field).length > 0

/** The values of a field that the topmost clauses of a query include and exclude. */
export function valuesOf(
  clauses: readonly Clause[],
  field: FieldName,
): { included: string[]; excluded: string[] } {
  return {
    included: clauses.flatMap(({ query }) => givenValues(query, field)),
    excluded: clauses.flatMap(({ query }) => excludedValues(query, field)),
  }
}

/** Texts are compared as they are searched for. */
export const isSameValue = (a: string, b: string): boolean => a === b || fold(a) === fold(b)

export function valueStateOf(clauses: readonly Clause[], field: FieldName, value: string): ValueState {
  const { included, excluded } = valuesOf(clauses, field)
  const isIn = (values: readonly string[]): boolean => values.some(other => isSameValue(other, value))
  return isIn(included) ? 'included' : isIn(excluded) ? 'excluded' : 'neutral'
}

/** A clause that asks for any of some values of a field, or for none of them. */
function clauseOf(field: FieldName, values: readonly string[], isNegated = false): string {
  const { kind } = fieldOf(field)
  const sign = isNegated ? '-' : ''
  if (kind === 'set') return `${sign}${field}:${values.join(',')}`
  const each = values.map(value => `${field}:${kind === 'text' ? `"${value}"` : value}`).join(' | ')
  return isNegated && values.length > 1 ? `-(${each})` : `${sign}${each}`
}

/** Replaces a clause by another text; the rest stays as it was typed. */
function replaceClause(text: string, clause: { start: number; end: number }, replacement: string): string {
  const before = text.slice(0, clause.start)
  const after = text.slice(clause.end)
  if (replacement === '') return `${before.trimEnd()} ${after.trimStart()}`.trim()
  // Clauses may have stood against each other: `a(b)c`.
  const gap = (beside: string): string => (/^$|^\s/.test(beside) ? '' : ' ')
  return before + gap(before.slice(-1)) + replacement + gap(after.slice(0, 1)) + after
}

export const removeClause = (text: string, clause: { start: number; end: number }): string =>
  replaceClause(text, clause, '')

/** Replaces a word by another, wherever it is searched for as a word; operators stay as they are. */
export function replaceTerm(text: string, term: string, replacement: string): string {
  const operators = parse(text).clauses.filter(({ query }) => {
    const positive = query.type === 'not' ? query.member : query
    return positive.type === 'filter'
  })
  return analyze(text)
    .words.filter(word => word.term === term)
    .filter(({ start, end }) => !operators.some(clause => start < clause.end && end > clause.start))
    .reduceRight((edited, { start, end }) => edited.slice(0, start) + replacement + edited.slice(end), text)
}

/** Turns a clause into its opposite: `-` before it, or none any more. */
export function negateClause(text: string, { query, start, end }: Clause): string {
  const opposite: Query = query.type === 'not' ? query.member : { type: 'not', member: query }
  return replaceClause(text, { start, end }, format(opposite))
}

/** Adds a clause at the end. Where the text has something unclosed that would swallow it, its canonical form is used. */
export function addClause(text: string, clause: string): string {
  const { clauses, query } = parse(text)
  const joined = text.trim() === '' ? clause : `${text.trimEnd()} ${clause}`
  const after = parse(joined).clauses
  const addedApart =
    after.length === clauses.length + 1 && after.at(-1)?.start === joined.length - clause.length
  return addedApart ? joined : `${format(query)} ${clause}`.trim()
}

function dropValue(text: string, field: FieldName, value: string): string {
  const { clauses } = parse(text)
  const isOwn = (other: string): boolean => isSameValue(other, value)
  const clause = clauses.find(
    ({ query }) => givenValues(query, field).some(isOwn) || excludedValues(query, field).some(isOwn),
  )
  if (!clause) return text
  const isNegated = clause.query.type === 'not'
  const values = isNegated ? excludedValues(clause.query, field) : givenValues(clause.query, field)
  const rest = values.filter(other => !isOwn(other))
  const replacement = rest.length > 0 ? clauseOf(field, rest, isNegated) : ''
  return dropValue(replaceClause(text, clause, replacement), field, value)
}

/**
 * Makes a query include, exclude or ignore a value of a field and leaves everything else as it was typed.
 *
 * @param together how included values go together: papers need to have one of them, which then share one clause
 *   (`theme:rlvr,kv-cache`), or all, each in a clause of its own
 */
export function withValue(
  text: string,
  field: FieldName,
  value: string,
  state: ValueState,
  together: 'any' | 'all' = 'any',
): string {
  const without = dropValue(text, field, value)
  if (state === 'neutral') return without
  if (state === 'excluded') return addClause(without, clauseOf(field, [value], true))
  const clause =
    together === 'any'
      ? parse(without).clauses.find(({ query }) => givenValues(query, field).length > 0)
      : undefined
  if (!clause) return addClause(without, clauseOf(field, [value]))
  return replaceClause(without, clause, clauseOf(field, [...givenValues(clause.query, field), value]))
}

/** Makes a query include or exclude a value of a field, or ignore it where it does so already. */
export function toggleValue(
  text: string,
  field: FieldName,
  value: string,
  state: 'included' | 'excluded',
  together: 'any' | 'all' = 'any',
): string {
  const isSo = valueStateOf(parse(text).clauses, field, value) === state
  return withValue(text, field, value, isSo ? 'neutral' : state, together)
}

/** Makes one value of a field the only one that a query includes; without a value, includes none. */
export function withOnly(text: string, field: FieldName, value: string | undefined): string {
  const clause = parse(text).clauses.find(({ query }) => givenValues(query, field).length > 0)
  if (clause) return withOnly(removeClause(text, clause), field, value)
  return value === undefined ? text : addClause(text, clauseOf(field, [value]))
}
