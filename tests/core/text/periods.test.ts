import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPeriod, periodsOf } from '#core/text/periods.ts'

const names = (papersOn: Record<string, number>): string[] =>
  periodsOf(new Map(Object.entries(papersOn))).map(({ name }) => name)

test.each<[string, Record<string, number>, string[]]>([
  ['nothing', {}, []],
  ['one small year', { '2025-02-03': 60, '2025-12-11': 90 }, ['2025']],
  ['years with few papers', { '2022-03-01': 1, '2024-05-05': 2, '2025-12-11': 46 }, ['2025', '2022--2024']],
  [
    'a year that has grown',
    {
      '2024-05-05': 2000,
      '2025-02-03': 900,
      '2025-07-01': 400,
      '2025-10-30': 300,
      '2025-11-05': 60,
      '2025-12-20': 30,
      '2025-12-29': 140,
    },
    ['2025-12-w4', '2025-12-w3', '2025-10--2025-11', '2025-q1--2025-q3', '2024'],
  ],
  [
    'a busy week',
    { '2025-12-08': 90, '2025-12-09': 80, '2025-12-11': 90 },
    ['2025-12-11', '2025-12-08--2025-12-09'],
  ],
  ['one day with more than a small file', { '2025-12-11': 9_000 }, ['2025-12-11']],
  [
    'old years with more than a large file',
    { '2023-01-01': 5_000, '2023-07-01': 4_000, '2024-01-01': 5_000, '2025-01-01': 1 },
    ['2025', '2024', '2023-q3', '2023-q1'],
  ],
])('%s', (_, papersOn, expected) => {
  expect(names(papersOn)).toEqual(expected)
})

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const corpus = fc
  .array(fc.tuple(day, fc.integer({ min: 1, max: 3_000 })), { maxLength: 60 })
  .map(days => new Map(days))

test('every day is in one period, the newest first, and sizes are kept', () => {
  fc.assert(
    fc.property(corpus, papersOn => {
      const periods = periodsOf(papersOn)
      expect(periods.toReversed().flatMap(({ days }) => days)).toEqual([...papersOn.keys()].sort())
      expect(new Set(periods.map(({ name }) => name)).size).toBe(periods.length)
      for (const [place, { days }] of periods.entries()) {
        const papers = days.reduce((sum, day) => sum + (papersOn.get(day) as number), 0)
        if (days.length > 1) expect(papers).toBeLessThanOrEqual(place === 0 ? 150 : 8_000)
      }
    }),
  )
})

test('over a year of a hundred papers a day, a paper is moved to another file a few times only', () => {
  const papersOn = new Map<string, number>()
  let before = new Set<string>()
  let moved = 0
  for (let date = Date.UTC(2025, 0, 1); date <= Date.UTC(2025, 11, 31); date += 86_400_000) {
    papersOn.set(new Date(date).toISOString().slice(0, 10), 100)
    const periods = periodsOf(papersOn)
    const keyOf = (period: (typeof periods)[number]): string => period.days.join()
    for (const period of periods) if (!before.has(keyOf(period))) moved += period.days.length
    before = new Set(periods.map(keyOf))
  }
  expect(moved / papersOn.size).toBeLessThan(8)
})

test.each([
  ['2025', '2025'],
  ['2022--2024', '2022 to 2024'],
  ['2025-q3', '1 Jul 2025 to 30 Sep 2025'],
  ['2025-q1--2025-q3', '1 Jan 2025 to 30 Sep 2025'],
  ['2025-12', 'December 2025'],
  ['2025-10--2025-11', '1 Oct 2025 to 30 Nov 2025'],
  ['2024-02-w4', '22 Feb 2024 to 29 Feb 2024'],
  ['2025-12-w1--2025-12-w2', '1 Dec 2025 to 14 Dec 2025'],
  ['2025-12-11', '11 Dec 2025'],
  ['2025-12-08--2025-12-09', '8 Dec 2025 to 9 Dec 2025'],
  ['undated', 'undated'],
])('%s is called %s', (period, words) => {
  expect(formatPeriod(period)).toBe(words)
})
