import { expect, test } from 'vitest'
import { Cosine } from '#cli/evaluate/cosine.ts'
import { jaccard, keywordSet } from '#cli/evaluate/keywordOverlap.ts'

test('keywords are one whatever their case, number and acronym', () => {
  expect(keywordSet(['Large language models (LLMs)', 'large-language model', 'KV cache', '()'])).toEqual(
    new Set(['larg languag model', 'kv cach']),
  )
})

test('the overlap is the share of all keywords that both have', () => {
  const [a, b] = [keywordSet(['codec', 'speech', 'audio']), keywordSet(['speech', 'audio', 'bread'])]
  expect(jaccard(a, b)).toBe(0.5)
  expect(jaccard(a, keywordSet(['tea']))).toBe(0)
  expect(jaccard(new Set(), new Set())).toBe(0)
})

test('the nearest texts have most of the rare words, by their stems; those without any are not near', () => {
  const cosine = new Cosine(['caching keys', 'a model caches keys', 'a model of keys', 'bread', 'the'])
  expect(cosine.nearest(0, 5)).toEqual([1, 2])
  expect(cosine.nearest(0, 1)).toEqual([1])
  expect(cosine.nearest(3, 5)).toEqual([])
  expect(cosine.nearest(4, 5)).toEqual([])
})
