import { expect, test } from 'vitest'
import { NumberList } from '#core/text/numberWords.ts'

test.each([0, 1, 1_024, 1_025, 5_000])('%i numbers are kept in their order', count => {
  const pushed = Array.from({ length: count }, (_, i) => 7 * i - 1_000)
  const numbers = new NumberList()
  for (const number of pushed) numbers.push(number)
  expect(numbers.length).toBe(count)
  expect([...numbers.values]).toEqual(pushed)
})
