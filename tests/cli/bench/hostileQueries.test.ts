import { expect, test } from 'vitest'
import { hostileQueries } from '#cli/bench/hostileQueries.ts'

const DOCUMENTS = ['Caching keys', 'Rewards that verify', 'Of models'].map((title, i) => ({
  id: `${i}`,
  title,
  abstract: 'We show how the cache of a model is filled.',
}))

test('the same documents and seed give the same texts, another seed others', () => {
  const texts = hostileQueries(DOCUMENTS, 100, 1)
  expect(texts).toHaveLength(100)
  expect(hostileQueries(DOCUMENTS, 100, 1)).toEqual(texts)
  expect(hostileQueries(DOCUMENTS, 100, 2)).not.toEqual(texts)
})

test('they hold what engines stumble over', () => {
  const texts = hostileQueries(DOCUMENTS, 1300, 1)
  const some = (pattern: RegExp) => texts.some(text => pattern.test(text))
  expect(some(/[\u0590-\u06ff]/)).toBe(true)
  expect(some(/[\ud800-\udbff](?![\udc00-\udfff])/)).toBe(true)
  expect(some(/^.{10000}$/s)).toBe(true)
  expect(some(/-the\b/)).toBe(true)
  expect(some(/"of the|"the of/)).toBe(true)
})
