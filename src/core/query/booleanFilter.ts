import { addDays } from '../text/calendar.ts'
import { firstDayOf, lastDayOf } from '../text/partialDates.ts'
import type { Condition, NumberRange, PeriodRange, Query } from './ast.ts'
import { type FieldName, fieldOf } from './fields.ts'
import { type Phrase, phraseOf } from './phraseMatching.ts'
import { ageStart } from './values.ts'

/** Facts beside the query that filters depend on. */
export interface FilterContext {
  /** The day `YYYY-MM-DD` that `last:` counts back from. Without it `last:` matches nothing. */
  newestDigest?: string
}

/** A run of words, letter by letter, in the texts of a field; without one in the title, abstract, authors or organisation. */
export interface PhraseFilter extends Phrase {
  type: 'phrase'
  field?: FieldName
  /**
   * Lists of stems, as plans decide them: only papers that have all stems of one list can match. Absent where stems do not
   * tell; then every paper can.
   */
  candidates?: string[][]
}

/** A condition on a value. Unknown values meet none. */
type ValueCondition =
  /** The paper has one of these values. */
  | { type: 'set'; values: string[] }
  /** A whole number, both ends included; an absent end is open. */
  | { type: 'number'; range: NumberRange }
  /**
   * All days that a date stands for lie between two days `YYYY-MM-DD`, both included; an absent end is open. A date may
   * be a day, a month `YYYY-MM` or a year `YYYY`.
   */
  | { type: 'days'; range: PeriodRange }
  /** The id of the paper, or a former one. */
  | { type: 'id'; id: string }
  /** In lower case. */
  | { type: 'doi'; doi: string }

/** A condition on a value of a paper. `field` is a row of `FIELDS`, which says which value. */
export type FieldFilter = ValueCondition & { field: FieldName }

/**
 * A condition that a paper meets or not, as plain JSON: words are analysed, and dates are days. An `and` without members
 * matches every paper, an `or` without members none.
 */
export type BooleanFilter =
  | { type: 'and' | 'or'; members: BooleanFilter[] }
  | { type: 'not'; member: BooleanFilter }
  | PhraseFilter
  | FieldFilter

export const phraseFilter = (text: string, field?: FieldName): PhraseFilter => ({
  type: 'phrase',
  ...phraseOf(text),
  ...(field && { field }),
})

/** The filter that a query is where it is read strictly: no stems, no typing errors. */
export function filterOf(query: Query, context: FilterContext = {}): BooleanFilter {
  switch (query.type) {
    case 'all':
      return { type: 'and', members: [] }
    case 'and':
    case 'or':
      return { type: query.type, members: query.members.map(member => filterOf(member, context)) }
    case 'not':
      return { type: 'not', member: filterOf(query.member, context) }
    case 'word':
    case 'phrase':
      return phraseFilter(query.text, query.field)
    case 'filter':
      return fieldFilter(query.field, query.condition, context)
    default:
      return query satisfies never
  }
}

function fieldFilter(field: FieldName, condition: Condition, { newestDigest }: FilterContext): BooleanFilter {
  switch (condition.kind) {
    case 'day':
      return { type: 'days', field, range: daysOf(field, condition.range) }
    case 'age': {
      if (newestDigest === undefined) return { type: 'or', members: [] }
      const from = ageStart(newestDigest, condition.count, condition.unit)
      return { type: 'days', field, range: { from, to: newestDigest } }
    }
    case 'set':
      return { type: 'set', field, values: condition.values }
    case 'number':
      return { type: 'number', field, range: condition.range }
    case 'id':
      return { type: 'id', field, id: condition.id }
    case 'doi':
      return { type: 'doi', field, doi: condition.doi }
    default:
      return condition satisfies never
  }
}

/** The first and last day of a range of periods, of which `after:` and `before:` use one end. */
function daysOf(name: FieldName, { from, to }: PeriodRange): PeriodRange {
  const field = fieldOf(name)
  const bound = field.kind === 'day' && field.bound
  if (bound === 'until') return { to: addDays(firstDayOf(from ?? '0000'), -1) }
  return {
    ...(from !== undefined && { from: firstDayOf(from) }),
    ...(to !== undefined && !bound && { to: lastDayOf(to) }),
  }
}
