import { expect, test } from 'vitest'
import { barsOf, chosenRange, countsByYear, isInRanges, rangeOf } from '#core/search/trends.ts'

const counts = (...months: [string, number][]) => months.map(([value, count]) => ({ value, count }))

test('months without papers between others have an empty column', () => {
  expect(barsOf(counts(['2025-02', 3], ['2024-11', 1]))).toEqual([
    { period: '2024-11', label: 'November 2024', count: 1 },
    { period: '2024-12', label: 'December 2024', count: 0 },
    { period: '2025-01', label: 'January 2025', count: 0 },
    { period: '2025-02', label: 'February 2025', count: 3 },
  ])
  expect(barsOf([])).toEqual([])
})

test('many months are drawn as years', () => {
  expect(barsOf(counts(['1999-12', 2], ['2001-01', 1], ['2025-06', 4], ['2025-05', 1]))).toHaveLength(27)
  expect(barsOf(counts(['1999-12', 2], ['2025-06', 4], ['2025-05', 1])).at(-1)).toEqual({
    period: '2025',
    label: '2025',
    count: 5,
  })
})

test('the months of a year add up, the newest year first', () => {
  expect([...countsByYear(counts(['2024-01', 1], ['2025-02', 2], ['2025-03', 3]))]).toEqual([
    ['2025', 5],
    ['2024', 1],
  ])
})

test.each([
  ['2025-10', ['2025-10'], true],
  ['2025-10', ['2025'], true],
  ['2025-10', ['2025-09..2025-11'], true],
  ['2025-10', ['>=2025-11'], false],
  ['2025-10', ['<=2025-10'], true],
  ['2025', ['2025-10..2026-01'], true],
  ['2024', ['2025-10..2026-01'], false],
  ['2025-10', ['2024', '2025-10-11'], true],
  ['2025-10', [], false],
])('%s in %j: %s', (period, ranges, expected) => {
  expect(isInRanges(period, ranges)).toBe(expected)
})

test('a range is written from the earlier to the later end', () => {
  expect(rangeOf('2025-11', '2025-09')).toBe('2025-09..2025-11')
  expect(rangeOf('2025', '2025')).toBe('2025')
})

test('one range in a query is a choice of ends, several are none', () => {
  expect(chosenRange(['2025-09..2025-11'])).toEqual({ from: '2025-09', to: '2025-11' })
  expect(chosenRange(['>=2025'])).toEqual({ from: '2025' })
  expect(chosenRange(['2024', '2025'])).toBeUndefined()
  expect(chosenRange([])).toBeUndefined()
})
