import { expect, test } from 'vitest'
import { readSource } from '#core/sources/index.ts'

/** A page of papers that have these dates, saved under a day. */
const read = (dates: string[], day?: string) => {
  const page = dates.map((date, index) => `Example ${index}\n\n3 authors\n·\n${date}`).join('\n\n')
  const text = `Daily Papers\n\n${page}\n`
  const name = day === undefined ? 'page.txt' : `daily-papers-${day}.txt`
  const { records, problems } = readSource(text, day === undefined ? { name } : { name, day })
  return {
    days: records.map(({ paper }) => paper.publishedAt),
    dropped: problems.filter(({ dropped }) => dropped).map(({ message }) => message),
  }
}

test.each([
  [
    'seen after New Year, saved under the day before',
    '2026-12-31',
    ['Jan 1', 'Dec 30, 2026', 'Nov 12, 2026'],
    ['2027-01-01', '2026-12-30', '2026-11-12'],
  ],
  [
    'seen before New Year, saved under the day after',
    '2027-01-01',
    ['Dec 31', 'Nov 12', 'Oct 7, 2025'],
    ['2026-12-31', '2026-11-12', '2025-10-07'],
  ],
  ['seen and saved before New Year', '2026-12-31', ['Dec 31', 'Jan 1'], ['2026-12-31', '2026-01-01']],
  [
    'seen and saved after New Year',
    '2027-01-01',
    ['Jan 1', 'Dec 30, 2026', 'Jan 2'],
    ['2027-01-01', '2026-12-30', '2027-01-02'],
  ],
  ['a day alone, on that day', '2027-01-01', ['Jan 1'], ['2027-01-01']],
  ['a leap day of the year before', '2025-01-01', ['Feb 29', 'Dec 31'], ['2024-02-29', '2024-12-31']],
  [
    'dates that are no days decide nothing',
    '2026-06-30',
    ['Jan 1', 'Feb 31, 2026'],
    ['2026-01-01', undefined],
  ],
])('a page %s: each date has the year in which the page was seen', (_, day, dates, days) => {
  expect(read(dates, day).days).toEqual(days)
})

test('a page that could be of either year gives no days and says so', () => {
  const { days, dropped } = read(['Jan 1', 'Jan 1', 'Oct 7, 2025'], '2026-12-31')
  expect(days).toEqual([undefined, undefined, '2025-10-07'])
  expect(dropped).toEqual([
    '2 dates from here on have no year and may be of 2026 or of the year after: name the day on which the page was seen with --date',
  ])
})

test('a date that no year of viewing explains is left out and named', () => {
  const { days, dropped } = read(['Jan 3', 'Dec 20', 'Dec 30, 2026'], '2026-12-31')
  expect(days).toEqual([undefined, undefined, '2026-12-30'])
  expect(dropped).toEqual([
    '2027-01-03 lies after the capture on 2026-12-31: is the capture day right?',
    '2027-12-20 lies after the capture on 2026-12-31: is the capture day right?',
  ])
  expect(read(['Dec 30'], '2027-01-02').days).toEqual([undefined])
})

test('a page of an old listing, seen in a later year, gets no date a year off', () => {
  const { days, dropped } = read(['Feb 2', 'Mar 3, 2026'], '2026-06-15')
  expect(days).toEqual([undefined, '2026-03-03'])
  expect(dropped).toHaveLength(1)
})
