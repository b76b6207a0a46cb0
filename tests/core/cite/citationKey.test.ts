import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationKey } from '#core/cite/citationKey.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paperWith } from '../../fixtures/paper.ts'

const known = (id: string, facts: Partial<CorpusPaper> = {}) => citationKey(paperWith({ id, ...facts }))

test.each([
  [
    '2507.10524',
    { title: 'Mixture-of-Recursions: x', authors: ['Sangmin Bae'] },
    'baemixtureofrecursions-2507.10524',
  ],
  ['math.GT/0309136', { title: 'The Knot', publishedAt: '2003-09-08' }, '2003knot-math.gt_0309136'],
  ['2501.00001', { title: '深度学习', authors: ['深 度'] }, '2501.00001'],
  ['2501.00001', { title: 'On It', authors: ['GLM-5 Team'] }, 'glm5teamit-2501.00001'],
  ['an-entropy-change-perspective', { title: 'Whatever' }, 'an-entropy-change-perspective'],
])('%s has a key that can be read', (id, facts, key) => {
  expect(known(id, facts)).toBe(key)
})

test('no two papers share a key, in whatever case, and every key is safe in TeX and in file formats', () => {
  const id = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      '2501.00001',
      'math/0211159',
      'math-0211159',
      'math_0211159',
      'x-2501.00001',
      'X',
      'x',
      '_78_',
    ),
  )
  const title = fc.constantFrom('X', 'A study', '!')
  fc.assert(
    fc.property(fc.uniqueArray(id), title, (ids, title) => {
      const keys = ids.map(id => known(id, { title }).toLowerCase())
      expect(new Set(keys).size).toBe(ids.length)
      for (const key of keys) expect(key).toMatch(/^[a-z0-9._-]+$/)
    }),
  )
})
