import { expect, test } from 'vitest'
import { isNavigation } from '#core/sources/pageNavigation.ts'

const spread = (width: number) => 'Daily Papers'.replace(' ', ' '.repeat(width - 'DailyPapers'.length))

test.each([
  ['Daily Papers', true],
  ['daily  PAPERS', true],
  ['DailyPapers', true],
  ['  Log In\t', true],
  ['© Hugging Face', true],
  ['by AK and the research community', true],
  ['Daily Papers of a Week', false],
  ['My Papers', false],
  ['', false],
])('whether %j is a line of the site: %j', (line, expected) => {
  expect(isNavigation(line)).toBe(expected)
})

test('a line of 80 characters is none, whatever stands in it', () => {
  expect(isNavigation(spread(79))).toBe(true)
  expect(isNavigation(spread(80))).toBe(false)
})
