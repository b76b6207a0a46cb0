import { expect, test } from 'vitest'
import { periodInWords, periodOf } from '#core/periods.ts'

test.each([
  ['2026-02', '2026-02'],
  ['2026-01', '2026-01'],
  ['2025-12', '2025'],
  ['2024-05', '2024'],
  ['undated', 'undated'],
])('with February 2026 as the newest month, %s is filed under %s', (month, period) => {
  expect(periodOf(month, '2026-02')).toBe(period)
})

test.each([
  ['2025-12', '2025-12'],
  ['2025-10', '2025-10'],
  ['2025-09', '2025-q3'],
  ['2025-07', '2025-q3'],
  ['2025-03', '2025-q1'],
  ['2024-12', '2024'],
])('with December 2025 as the newest month, %s is filed under %s', (month, period) => {
  expect(periodOf(month, '2025-12')).toBe(period)
})

test.each([
  ['2025', '2025'],
  ['2025-q3', 'July to September 2025'],
  ['2025-12', 'December 2025'],
  ['undated', 'undated'],
])('%s is called %s', (period, words) => {
  expect(periodInWords(period)).toBe(words)
})
