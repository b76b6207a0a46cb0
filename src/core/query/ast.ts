import type { DatePeriod, FieldName } from './fields.ts'

/** A whole-number range, both ends included; an absent end is open. */
export interface NumberRange {
  min?: number
  max?: number
}

/** A range of days written as periods, both ends included as a whole; an absent end is open. */
export interface PeriodRange {
  from?: DatePeriod
  to?: DatePeriod
}

export type AgeUnit = 'd' | 'w' | 'm' | 'y'

/** The value of a `field:value` clause. */
export type Condition =
  | { kind: 'set'; values: string[] }
  | { kind: 'number'; range: NumberRange }
  | { kind: 'day'; range: PeriodRange }
  | { kind: 'age'; count: number; unit: AgeUnit }
  | { kind: 'id'; id: string }
  /** In lower case, as `doiOf` gives it. */
  | { kind: 'doi'; doi: string }

/**
 * A query as a tree.
 *
 * `all` matches every paper and stands only at the root. `and` and `or` have two or more members, none of their own
 * type. `not` never holds another `not`.
 */
export type Query =
  | { type: 'all' }
  | { type: 'and'; members: Query[] }
  | { type: 'or'; members: Query[] }
  | { type: 'not'; member: Query }
  | { type: 'word'; text: string; field?: FieldName }
  | { type: 'phrase'; text: string; field?: FieldName }
  | { type: 'filter'; field: FieldName; condition: Condition }

/** A word or phrase, in a field or in any text. */
export type TextQuery = Query & { type: 'word' | 'phrase' }

/** A part of the text, from `start` up to but not including `end`, in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** Something in a query that was not understood as meant, in one sentence for the person. */
export interface QueryProblem extends Span {
  message: string
  /** The themes asked for in this part that there are not, where that is the problem. */
  themes?: string[]
}

/** A clause of the topmost level and its position in the text. */
export interface Clause extends Span {
  query: Query
}
