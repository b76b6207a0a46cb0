import { analyze } from '../search/analyze.ts'
import type { Clause, Query } from './ast.ts'
import type { FieldName } from './fields.ts'
import { format } from './format.ts'
import { parse } from './parse.ts'

/** What a query says about one value of a set field such as `theme`. */
export type ValueState = 'included' | 'excluded' | 'neutral'

const setValues = (query: Query, field: FieldName): readonly string[] =>
  query.type === 'filter' && query.field === field && query.condition.kind === 'set'
    ? query.condition.values
    : []

const excludedValues = (query: Query, field: FieldName): readonly string[] =>
  query.type === 'not' ? setValues(query.member, field) : []

/** The values of a set field that the topmost clauses of a query include and exclude. */
export function valuesOf(
  clauses: readonly Clause[],
  field: FieldName,
): { included: string[]; excluded: string[] } {
  return {
    included: clauses.flatMap(({ query }) => setValues(query, field)),
    excluded: clauses.flatMap(({ query }) => excludedValues(query, field)),
  }
}

export function stateOf(clauses: readonly Clause[], field: FieldName, value: string): ValueState {
  const { included, excluded } = valuesOf(clauses, field)
  return included.includes(value) ? 'included' : excluded.includes(value) ? 'excluded' : 'neutral'
}

/** Puts another text in the place of a clause; the rest stays as it was typed. */
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

/** Puts another word in the place of one, wherever it is searched for as a word; operators stay as they are. */
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
  const clause = clauses.find(
    ({ query }) => setValues(query, field).includes(value) || excludedValues(query, field).includes(value),
  )
  if (!clause) return text
  const sign = clause.query.type === 'not' ? '-' : ''
  const values = [...setValues(clause.query, field), ...excludedValues(clause.query, field)]
  const rest = values.filter(other => other !== value)
  return dropValue(
    replaceClause(text, clause, rest.length > 0 ? `${sign}${field}:${rest.join(',')}` : ''),
    field,
    value,
  )
}

/**
 * Makes a query include, exclude or ignore a value of a set field and leaves everything else as it was typed. Included
 * values of one field stand in one clause, `theme:rlvr,kv-cache`: papers need to have one of them.
 */
export function withValue(text: string, field: FieldName, value: string, state: ValueState): string {
  const without = dropValue(text, field, value)
  if (state === 'neutral') return without
  if (state === 'excluded') return addClause(without, `-${field}:${value}`)
  const clause = parse(without).clauses.find(({ query }) => setValues(query, field).length > 0)
  if (!clause) return addClause(without, `${field}:${value}`)
  return replaceClause(without, clause, `${field}:${[...setValues(clause.query, field), value].join(',')}`)
}
