import { expect, test } from 'vitest'
import type { AuthorName } from '#core/papers/authorNames.ts'
import { displayName } from '#core/papers/displayName.ts'

test.each<[AuthorName, string]>([
  [{ literal: 'Department of Machine Reading and Logic' }, 'Department of Machine Reading and Logic'],
  [{ family: 'Sample' }, 'Sample'],
  [{ family: 'Prado Muestra', given: 'Lucía' }, 'Lucía Prado Muestra'],
  [{ family: 'Example', given: 'Bo', particle: 'van der', suffix: 'Jr.' }, 'Bo van der Example Jr.'],
])('%j is shown as %s', (name, shown) => {
  expect(displayName(name)).toBe(shown)
})
