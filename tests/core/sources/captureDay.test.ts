import { expect, test } from 'vitest'
import { dayOfName } from '#core/sources/captureDay.ts'

test.each([
  ['daily-papers-2025-12-11.txt', '2025-12-11'],
  ['daily-papers-2025-12-11.facts.json', '2025-12-11'],
  ['2024-02-29', '2024-02-29'],
  ['2025-12-11-notes.txt', undefined],
  ['daily-papers-2025-02-31.txt', undefined],
  ['number-12025-12-11.txt', undefined],
  ['daily-papers.txt', undefined],
])('the day in %s is %s', (name, day) => {
  expect(dayOfName(name)).toBe(day)
})
