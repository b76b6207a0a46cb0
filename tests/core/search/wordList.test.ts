import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byFrequency, frequencyClass, packWords, unpackWords } from '#core/search/wordList.ts'

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
