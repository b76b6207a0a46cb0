import type { CorpusPaper } from '../papers/manifest.ts'
import type { Theme } from '../papers/theme.ts'
import { FIELDS, type FieldName, fieldOf, type SetFieldName } from '../query/fields.ts'
import { ages, periods } from './days.ts'
import type { NameTable } from './names.ts'
import { isNamedBy } from './themes.ts'
import type { TypedValue } from './typed.ts'

export interface CountedValue {
  value: string
  label?: string
  count: number
}

/** The papers that values are counted over: the papers that meet the rest of the query. */
export interface Counting {
  papers: readonly CorpusPaper[]
  /** Numbers of the papers that count. */
  documents: Int32Array
  themes: readonly Theme[]
  newestDigest: string | undefined
  names: (field: FieldName) => NameTable
}

/** Bounds that tell few from many, whatever is counted. */
const BOUNDS = [1, 3, 10, 30, 100]

/** The values with which what is typed behind an operator can be completed, in the order to show them. */
export function valuesFor(
  { field: name, text, beside }: TypedValue,
  over: Counting,
  limit: number,
): CountedValue[] {
  const field = fieldOf(name)
  const counted = (): CorpusPaper[] =>
    Array.from(over.documents, document => over.papers[document] as CorpusPaper)
  switch (field.kind) {
    case 'set':
      return setValues(name as SetFieldName, text, beside, over)
    case 'day':
      return periods(field, counted(), text)
    case 'age':
      return ages(field, counted(), text, over.newestDigest)
    case 'number': {
      const numbers = counted().map(field.number)
      const bounds = BOUNDS.map(bound => ({
        value: `>=${bound}`,
        label: `${bound} or more`,
        count: numbers.filter(number => number !== undefined && number >= bound).length,
      }))
      return bounds.filter(({ value, count }) => value.startsWith(text) && count > 0)
    }
    case 'text': {
      if (!field.names) return []
      const among = new Uint8Array(over.papers.length)
      for (const document of over.documents) among[document] = 1
      return over.names(name).beginning(text, among, limit)
    }
    case 'id':
    case 'doi':
      return []
    default:
      return field satisfies never
  }
}

/** The values of a set field: those that begin as typed, then those of which any word does; the most papers first. */
function setValues(
  name: SetFieldName,
  text: string,
  beside: readonly string[],
  over: Counting,
): CountedValue[] {
  const typed = text.toLowerCase()
  const counts = countsOf(name, over)
  const field = fieldOf(name)
  const known =
    name === 'theme'
      ? over.themes
      : ((field.kind === 'set' && field.known) || []).map(id => ({ id, label: '' }))
  const rank = ({ value, label = '' }: CountedValue): number =>
    value.startsWith(typed) || label.toLowerCase().startsWith(typed) ? 0 : 1
  return known
    .filter(({ id }) => !beside.includes(id))
    .filter(theme => isNamedBy(theme, typed))
    .map(({ id, label }) => ({ value: id, ...(label && { label }), count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0 || typed !== '')
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count)
}

function countsOf(name: SetFieldName, { papers, documents }: Counting): ReadonlyMap<string, number> {
  const { values } = FIELDS[name]
  const counts = new Map<string, number>()
  for (const document of documents) {
    for (const value of values(papers[document] as CorpusPaper))
      counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
