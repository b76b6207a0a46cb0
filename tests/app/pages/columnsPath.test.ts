import { expect, test } from 'vitest'
import { columnsPath } from '#app/pages/themes/columnsPath.ts'

test('columns stand in the middle of their places, the largest as high as there is room', () => {
  expect(columnsPath([2, 0, 3], 12)).toBe('M0.5 12v-8M2.5 12v-12')
  expect(columnsPath([0, 0], 12)).toBe('')
})
