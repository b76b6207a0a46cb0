import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byFrequency, frequencyClass, packWords, unpackWords } from '#core/index/wordList.ts'

const word = fc
  .string({ unit: fc.constantFrom('a', 'b', '1', 'é', '中', '𝔸'), minLength: 1, maxLength: 40 })
  .map(text => text.toLowerCase())
const words = fc.uniqueArray(fc.record({ word, level: fc.nat({ max: 60 }) }), {
  selector: ({ word }) => word,
})

test('packed words come back, the most frequent first', () => {
  fc.assert(
    fc.property(words, list => {
      expect(unpackWords(packWords(list))).toEqual(list.toSorted(byFrequency).map(({ word }) => word))
    }),
  )
})

test('the order of the words does not change what is packed', () => {
  fc.assert(
    fc.property(words, list => {
      expect(packWords(list.toReversed())).toEqual(packWords(list))
    }),
  )
})

test('of two frequencies the greater is in no lower class, and twice as much is in a higher one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat({ max: 1_000 }), (frequency, more) => {
      expect(frequencyClass(frequency + more)).toBeGreaterThanOrEqual(frequencyClass(frequency))
      expect(frequencyClass(2 * frequency)).toBeGreaterThan(frequencyClass(frequency))
    }),
  )
})

test('of each word stands only what it does not share with the one before', () => {
  const level = frequencyClass(1)
  const packed = packWords(
    ['cached', 'cache', 'kv', 'caching'].map((word, at) => ({ word, level: level + at })),
  )
  expect(packed).toEqual({ words: 'AcacheFdEingAkv', frequencies: '"!$#' })
  expect(unpackWords(packed)).toEqual(['caching', 'kv', 'cache', 'cached'])
  expect(packWords([])).toEqual({ words: '', frequencies: '' })
})

test('no more than a capital letter can tell is taken from the word before', () => {
  const [a25, a30] = ['a'.repeat(25), 'a'.repeat(30)]
  const list = [`${a25}b`, a30].map(word => ({ word, level: 0 }))
  expect(packWords(list).words).toBe(`A${a30}Zb`)
  expect(
    packWords([
      { word: a30, level: 0 },
      { word: `${a30}b`, level: 0 },
    ]).words,
  ).toBe(`A${a30}Z${'a'.repeat(5)}b`)
})

test('frequencies are in classes that differ by a third', () => {
  expect([1, 2, 3, 4, 10, 100, 1000].map(frequencyClass)).toEqual([0, 3, 4, 5, 9, 18, 26])
})

test('equally frequent words stand in the order of their letters', () => {
  const list = ['kv', 'cache', 'moe'].map(word => ({ word, level: 2 }))
  expect(list.sort(byFrequency).map(({ word }) => word)).toEqual(['cache', 'kv', 'moe'])
  expect(byFrequency({ word: 'kv', level: 2 }, { word: 'kv', level: 2 })).toBe(0)
})
