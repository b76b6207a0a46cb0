import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  besideSpan,
  countDigests,
  type DigestDay,
  daySpan,
  daysAround,
  daysIn,
  describeEmptySpan,
  nearestDays,
  spanOf,
  weekSpan,
} from '#core/papers/digests.ts'
import { parse } from '#core/query/parse.ts'
import { paperWith } from '../../fixtures/paper.ts'

const DAYS: DigestDay[] = [
  ['2024-12-30', 3],
  ['2025-12-08', 2],
  ['2025-12-11', 46],
  ['2026-01-05', 1],
]

test('papers count on each day that lists them', () => {
  const papers = [['2025-12-11'], ['2025-12-08', '2025-12-11'], []].map(listedOn => paperWith({ listedOn }))
  expect(countDigests(papers)).toEqual([
    ['2025-12-08', 1],
    ['2025-12-11', 2],
  ])
})

test('an address names a day or a week, and both can be searched', () => {
  expect(spanOf('2025-12-11')).toMatchObject({ span: { kind: 'day', q: 'listed:2025-12-11' } })
  expect(spanOf('2025-W01')).toMatchObject({
    span: { kind: 'week', title: 'Week 1 of 2025', first: '2024-12-30', last: '2025-01-05' },
  })
  for (const { q } of [daySpan('2025-12-11'), weekSpan('2025-W50')]) expect(parse(q).problems).toEqual([])
})

test.each([
  ['2025-13-40', 'The calendar has no day 2025-13-40.'],
  ['2025-02-29', 'The calendar has no day 2025-02-29.'],
  ['2021-W54', '2021 has no week 54: its weeks are numbered from 1 to 52.'],
  ['2020-W00', '2020 has no week 0: its weeks are numbered from 1 to 53.'],
  ['yesterday', 'A digest has the address of a day, such as 2025-12-11, or of a week, such as 2025-W50.'],
])('%s is neither', (id, flaw) => {
  expect(spanOf(id)).toEqual({ flaw })
})

test('neighbours are the nearest with papers, over gaps and the end of a year', () => {
  expect(besideSpan(daySpan('2025-12-11'), DAYS)).toMatchObject({
    previous: { id: '2025-12-08' },
    next: { id: '2026-01-05' },
  })
  const week = besideSpan(weekSpan('2025-W50'), DAYS)
  expect(week).toMatchObject({ previous: { id: '2025-W01' }, next: { id: '2026-W02' } })
  expect(besideSpan(daySpan('2024-12-30'), DAYS)).not.toHaveProperty('previous')
})

test('what a page brings of the days leads to the same neighbours as all of them', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map(at => new Date(Date.UTC(2024, 11, 1 + at)).toISOString().slice(0, 10))
  const days = fc
    .uniqueArray(day, { minLength: 1, maxLength: 30 })
    .map(days => days.sort().map((day): DigestDay => [day, 1]))
  fc.assert(
    fc.property(days, day, fc.boolean(), (days, day, isWeek) => {
      const read = spanOf(isWeek ? '2025-W30' : day)
      if (!('span' in read)) throw new Error('not a span')
      const brought = daysAround(read.span, days)
      expect(besideSpan(read.span, brought)).toEqual(besideSpan(read.span, days))
      expect(daysIn(read.span, brought)).toEqual(daysIn(read.span, days))
    }),
  )
})

test('what is not in the calendar has nearest days all the same', () => {
  const ids = (id: string) => nearestDays(id, DAYS).map(([day]) => day)
  expect(ids('2025-12-09')).toEqual(['2025-12-08', '2025-12-11'])
  expect(ids('2025-13-40')).toEqual(['2025-12-11', '2026-01-05'])
  expect(ids('2025-W54')).toEqual(['2025-12-11', '2026-01-05'])
  expect(ids('2031-01-01')).toEqual(['2026-01-05'])
  expect(ids('yesterday')).toEqual(['2026-01-05'])
  expect(nearestDays('2025-12-09', [])).toEqual([])
})

test('an empty day says whether it lies before, between or after the digests', () => {
  expect(describeEmptySpan(daySpan('2020-01-01'), DAYS)).toMatch(/begin on Monday 30 December 2024/)
  expect(describeEmptySpan(daySpan('2025-12-09'), DAYS)).toMatch(/^No papers were listed on this day/)
  expect(describeEmptySpan(weekSpan('2026-W30'), DAYS)).toMatch(
    /newest digest here is of Monday 5 January 2026/,
  )
  expect(describeEmptySpan(daySpan('2025-12-09'), [])).toBe('This corpus has no digests.')
})
