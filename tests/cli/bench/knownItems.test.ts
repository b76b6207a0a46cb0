import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownItems, misspelt } from '#cli/bench/knownItems.ts'
import { keystrokes } from '#cli/bench/latency.ts'
import { Random } from '#cli/bench/random.ts'
import { CollectionDocument } from '#cli/shared/collections.ts'
import { DOCUMENTS } from '../shared/collection.ts'

const documents = DOCUMENTS.map(document => CollectionDocument.parse(document))

const differing = (a: string, b: string): number => {
  const [left, right] = [a.split(' '), b.split(' ')]
  expect(left.length).toBe(right.length)
  return left.filter((word, at) => word !== right[at]).length
}

test('the same seed asks the same, another seed asks something else', () => {
  expect(knownItems(documents, 5, 1)).toEqual(knownItems(documents, 5, 1))
  expect(knownItems(documents, 5, 2)).not.toEqual(knownItems(documents, 5, 1))
})

test('queries are 3 or 4 consecutive words of the title, and what somebody makes of them', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const items = knownItems(documents, 3, seed)
      expect(new Set(items.map(({ id }) => id)).size).toBe(3)
      for (const { id, queries } of items) {
        expect(documents.find(document => document.id === id)?.title).toContain(queries.exact)
        expect([3, 4]).toContain(queries.exact.split(' ').length)
        expect(differing(queries.exact, queries.typo1)).toBe(1)
        expect(differing(queries.exact, queries.typo2)).toBe(2)
        expect(differing(queries.exact, queries.prefix)).toBe(1)
        expect(queries.exact.startsWith(queries.prefix)).toBe(true)
        expect(queries.prefix.split(' ').at(-1)?.length).toBeGreaterThanOrEqual(3)
      }
    }),
  )
})

test('no title is asked for by words that another title has too', () => {
  const twins = ['Large Language Models', 'Scaling Large Language Models'].map((title, at) =>
    CollectionDocument.parse({ id: at, title }),
  )
  const queries = Array.from({ length: 20 }, (_, seed) => knownItems(twins, 2, seed)).flat()
  expect(queries.map(({ id }) => id)).not.toContain('0')
  expect(queries.map(({ id }) => id)).toContain('1')
  for (const { queries: asked } of queries) expect(asked.exact).toMatch(/^Scaling/)
})

test('a misspelt word has one edit behind its first letter', () => {
  fc.assert(
    fc.property(fc.integer(), fc.stringMatching(/^[a-z]{5,12}$/), (seed, word) => {
      const wrong = misspelt(word, new Random(seed))
      expect(wrong).not.toBe(word)
      expect(wrong[0]).toBe(word[0])
      expect(Math.abs(wrong.length - word.length)).toBeLessThanOrEqual(1)
      // Without the common beginning and end, one letter or the two swapped ones remain.
      let start = 0
      while (wrong[start] === word[start] && start < word.length) start++
      let end = 0
      const shorter = Math.min(word.length, wrong.length)
      while (end < shorter - start && wrong.at(-1 - end) === word.at(-1 - end)) end++
      const [was, is] = [word.slice(start, word.length - end), wrong.slice(start, wrong.length - end)]
      const exchanged = was.length === 2 && is === `${was[1]}${was[0]}`
      expect(exchanged || (was.length <= 1 && is.length <= 1)).toBe(true)
    }),
  )
})

test('typing goes key by key', () => {
  expect(keystrokes('kv 𝛼')).toEqual(['k', 'kv', 'kv ', 'kv 𝛼'])
})
