import fc from 'fast-check'
import { expect, it } from 'vitest'
import { publishedOn } from '#core/papers/byline.ts'
import { publishingDay, storageMonth } from '#core/papers/corpus.ts'
import { newestKey } from '#core/papers/newestKey.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { type FieldName, fieldOf } from '#core/query/fields.ts'
import { MatchablePaper, matches } from '#core/query/match.ts'
import { parse } from '#core/query/parse.ts'
import { inPeriods } from '#core/query/values.ts'
import { FACETS } from '#core/search/facets.ts'
import { barsOf, countsByYear } from '#core/search/trends.ts'
import { recordOf } from '#core/sources/record.ts'
import { periods } from '#core/suggest/days.ts'
import { firstDayOf, isBefore, lastDayOf } from '#core/text/partialDates.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** All days of three years, a leap year among them. */
const DAYS = Array.from({ length: 1096 }, (_, at) =>
  new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10),
)
const daysOf = (date: string): string[] => DAYS.filter(day => day.startsWith(date))

/** A day, a month or a year, as often each; their ends come up often. */
const date = fc.oneof(
  fc.constantFrom('2023', '2024', '2025'),
  fc.constantFrom(...new Set(DAYS.map(day => day.slice(0, 7)))),
  fc.constantFrom(...DAYS),
  fc.constantFrom('2024-01-01', '2024-12-31', '2024-02-29', '2024-02-28', '2023-12-31', '2025-01-01'),
)

it('begins with its first day and ends with its last', () => {
  fc.assert(
    fc.property(date, date => {
      expect(firstDayOf(date)).toBe(daysOf(date)[0])
      expect(lastDayOf(date)).toBe(daysOf(date).at(-1))
    }),
  )
})

it('lies in a range where all of its days do', () => {
  fc.assert(
    fc.property(date, fc.option(date), fc.option(date), (date, from, to) => {
      const range = { ...(from && { from }), ...(to && { to }) }
      const first = from ? (daysOf(from)[0] as string) : ''
      const last = to ? (daysOf(to).at(-1) as string) : '9999'
      expect(inPeriods(date, range)).toBe(daysOf(date).every(day => day >= first && day <= last))
    }),
  )
})

it('comes before a period where all of its days do', () => {
  fc.assert(
    fc.property(date, date, (date, period) => {
      expect(isBefore(date, period)).toBe(daysOf(date).every(day => day < (daysOf(period)[0] as string)))
    }),
  )
})

const finds = (q: string, publishedAt: string, newestDigest?: string): boolean =>
  matches(
    parse(q).query,
    new MatchablePaper(paperWith({ publishedAt })),
    newestDigest === undefined ? {} : { newestDigest },
  )

it.each([
  [
    '2024',
    [
      'year:2024',
      'date:2024',
      'after:2024',
      'after:2024-01',
      'after:2024-01-01',
      'before:2025',
      'year:2023..2024',
      'date:2024-01..2024-12',
      'date:<=2024-12-31',
      'after:2023',
    ],
  ],
  [
    '2024-07',
    [
      'year:2024',
      'date:2024-07',
      'after:2024',
      'after:2024-07-01',
      'before:2024-08',
      'before:2025',
      'date:2024-07-01..2024-07-31',
    ],
  ],
])('%s is found by all that its whole does: %j', (publishedAt, queries) => {
  for (const q of queries) expect(finds(q, publishedAt), q).toBe(true)
})

it.each([
  [
    '2024',
    [
      'date:2024-01',
      'after:2024-02',
      'after:2024-01-02',
      'before:2024',
      'before:2024-12',
      'before:2024-12-31',
      'after:2025',
      'year:2023',
      'date:2024-01..2024-11',
      'date:2024-06..',
      'listed:2024',
    ],
  ],
  [
    '2024-07',
    [
      'date:2024-07-01',
      'after:2024-07-02',
      'before:2024-07',
      'before:2024-07-31',
      'after:2024-08',
      'year:2023',
    ],
  ],
])('%s is not found by a part of it: %j', (publishedAt, queries) => {
  for (const q of queries) expect(finds(q, publishedAt), q).toBe(false)
})

it('belongs to the last year where all of it does', () => {
  expect(finds('last:1y', '2024', '2024-12-31')).toBe(true)
  expect(finds('last:1y', '2024', '2025-01-01')).toBe(false)
  expect(finds('last:1m', '2024-12', '2024-12-31')).toBe(true)
  expect(finds('last:7d', '2024-12', '2024-12-31')).toBe(false)
})

it('stands behind the dated papers of its time, before those of the time before', () => {
  const order = [
    '2025-01-01',
    '2025',
    '2024-12-31',
    '2024-07-02',
    '2024-07-01',
    '2024-07',
    '2024-06-30',
    '2024-01-01',
    '2024',
    '2023-12-31',
  ]
  const shuffled = order.toSorted()
  const key = (publishedAt: string) => newestKey(paperWith({ publishedAt }))
  expect(shuffled.sort((a, b) => key(b) - key(a))).toEqual(order)
})

it('is filed under its year or month, and shown as what it is', () => {
  const paper = (publishedAt: string) =>
    paperOf(recordOf({ name: 'one.bib', format: 'bibtex' }, { title: 'One', publishedAt }))
  expect([storageMonth(paper('2024')), publishingDay(paper('2024'))]).toEqual(['2024', '2024-01-01'])
  expect([storageMonth(paper('2024-07')), publishingDay(paper('2024-07'))]).toEqual(['2024-07', '2024-07-01'])
  expect(['2024', '2024-07', '2024-07-12'].map(publishedAt => publishedOn({ publishedAt }))).toEqual([
    '2024',
    'July 2024',
    '12 Jul 2024',
  ])
})

it('is counted by year, and in columns of months not at all', () => {
  const values = ['2024', '2024', '2024-07', '2024-09-01'].flatMap(publishedAt =>
    FACETS.published.values(paperWith({ publishedAt })),
  )
  const counts = [...new Set(values)].map(value => ({
    value,
    count: values.filter(other => other === value).length,
  }))
  expect(barsOf(counts).map(({ period, count }) => [period, count])).toEqual([
    ['2024-07', 1],
    ['2024-08', 0],
    ['2024-09', 1],
  ])
  expect([...countsByYear(counts)]).toEqual([['2024', 4]])
  expect(barsOf([{ value: '2024', count: 2 }])).toEqual([{ period: '2024', label: '2024', count: 2 }])
  expect(barsOf([])).toEqual([])
})

it('is suggested with the number of papers that the clause finds', () => {
  const typed = fc.constantFrom('', '2', '2024', '2024-0', '2024-07', '2024-07-')
  const names = fc.constantFrom<FieldName>('after', 'before', 'date', 'year')
  fc.assert(
    fc.property(fc.array(date, { maxLength: 12 }), typed, names, (dates, typed, name) => {
      const field = fieldOf(name)
      if (field.kind !== 'day') throw new Error(`${name}: has no days.`)
      const papers = dates.map(publishedAt => paperWith({ publishedAt }))
      const suggested = periods(field, papers, typed)
      expect(suggested.every(({ value, count }) => value.startsWith(typed) && count > 0)).toBe(true)
      for (const { value, count } of suggested)
        expect(dates.filter(date => finds(`${name}:${value}`, date)).length, value).toBe(count)
    }),
  )
})
