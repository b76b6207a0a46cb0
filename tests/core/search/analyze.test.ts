import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '#core/search/analyze.ts'

const terms = (text: string) => analyze(text).words.map(({ term }) => term)
const joined = (text: string) => analyze(text).joined.map(({ term }) => term)

test.each([
  ['KV-cache of GPT-4o', ['kv', 'cache', 'of', 'gpt', '4o'], ['kvcache', 'gpt4o']],
  ['state-of-the-art', ['state', 'of', 'the', 'art'], ['stateoftheart']],
  ["LLM's and don’t", ['llm', 'and', 'dont'], []],
  ['naïve D³S ﬁne', ['naive', 'd3s', 'fine'], []],
  ['a - b', ['a', 'b'], []],
  ['深度 学习', ['深度', '学习'], []],
  ['\ud800 \u202e 😀', [], []],
])('%s is analysed', (text, words, runs) => {
  expect(terms(text)).toEqual(words)
  expect(joined(text)).toEqual(runs)
})

test('a term stands where it says it does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      for (const { term, start, end } of analyze(text).words) {
        expect(terms(text.slice(start, end))).toContain(term)
      }
    }),
  )
})
