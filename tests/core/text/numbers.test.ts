import { expect, test } from 'vitest'
import { formatNumber } from '#core/text/numbers.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [7770, '7,770'],
  [100_000, '100,000'],
  [1_234_567, '1,234,567'],
])('%i is written %s', (number, written) => {
  expect(formatNumber(number)).toBe(written)
})
