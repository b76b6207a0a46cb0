import { expect, test } from 'vitest'
import { percentile } from '#cli/bench/statistics.ts'
import { knownItemScores, ndcg10, recall100, reciprocalRank } from '#cli/evaluate/metrics.ts'

const grades = new Map([
  ['a', 3],
  ['b', 1],
  ['c', 0],
])

test('nDCG@10 by hand: gains 7 and 1, discounts by the logarithm of the rank', () => {
  expect(ndcg10(['a', 'b'], grades)).toBe(1)
  // (1/1 + 7/log2(3)) / (7/1 + 1/log2(3))
  expect(ndcg10(['b', 'a'], grades)).toBeCloseTo((1 + 7 / 1.5849625) / (7 + 1 / 1.5849625), 6)
  expect(ndcg10(['x', 'c', 'a'], grades)).toBeCloseTo(3.5 / (7 + 1 / 1.5849625), 6)
  expect(ndcg10([], grades)).toBe(0)
})

test('nDCG@10 looks at ten documents only, found and best', () => {
  const strangers = Array.from({ length: 10 }, (_, at) => `x${at}`)
  expect(ndcg10([...strangers, 'a'], grades)).toBe(0)
  const many = new Map(Array.from({ length: 20 }, (_, at) => [`r${at}`, 1]))
  expect(ndcg10([...many.keys()].slice(0, 10), many)).toBe(1)
})

test('Recall@100 counts relevant documents only, and the first hundred', () => {
  expect(recall100(['c', 'b'], grades)).toBe(0.5)
  const strangers = Array.from({ length: 100 }, (_, at) => `x${at}`)
  expect(recall100([...strangers, 'a', 'b'], grades)).toBe(0)
})

test('known items: success at 1 and 5, mean reciprocal rank', () => {
  const ranks = [['a'], ['x', 'a'], ['x', 'y', 'z', 'x', 'y', 'a'], ['x']].map(ids =>
    reciprocalRank(ids, 'a'),
  )
  expect(ranks).toEqual([1, 1 / 2, 1 / 6, 0])
  const { s1, s5, mrr } = knownItemScores(ranks)
  expect({ s1, s5 }).toEqual({ s1: 0.25, s5: 0.5 })
  expect(mrr).toBeCloseTo((1 + 1 / 2 + 1 / 6) / 4, 9)
  expect(knownItemScores([1 / 5]).s5).toBe(1)
  expect(knownItemScores([])).toEqual({ s1: null, s5: null, mrr: null })
})

test('percentiles by nearest rank', () => {
  const times = [5, 1, 3, 2, 4]
  expect([0.5, 0.95, 1].map(share => percentile(times, share))).toEqual([3, 5, 5])
  expect(percentile([], 0.5)).toBeNull()
})
