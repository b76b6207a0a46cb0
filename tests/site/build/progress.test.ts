import { expect, test } from 'vitest'
import { progressLine } from '#site/build/progress.ts'

test.each([
  [0, 7_770, 0, '[                    ] pages: 0 of 7,770'],
  [1_943, 7_770, 24, '[#####               ] pages: 1,943 of 7,770 · 81 a second · 1 min 12 s left'],
  [10, 40, 5, '[#####               ] pages: 10 of 40 · 2.0 a second · 15 s left'],
  [7_770, 7_770, 90, '[####################] pages: 7,770 of 7,770'],
])('%s of %s after %s s reads %s', (done, all, seconds, line) => {
  expect(progressLine('pages', done, all, seconds)).toBe(line)
})
