import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '#core/search/analyze.ts'
import { Marker, runsOf } from '#core/search/highlight.ts'

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

test('marks follow each other without overlap and leave the text as it is [row 11]', () => {
  const word = fc.constantFrom('kv', 'cache', 'KV-cache', 'the', 'Cache', ' ', '-', '. ')
  fc.assert(
    fc.property(
      fc.array(word).map(words => words.join('')),
      text => {
        const found = { stems: new Set(['cach', 'kvcach']), phrases: [['the', 'kv']] }
        const marks = new Marker(found).marks(text)
        for (const [index, { start, end }] of marks.entries()) {
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : (marks[index - 1]?.end ?? 0))
          expect(end).toBeGreaterThan(start)
        }
        expect(
          runsOf(text, 0, marks)
            .map(run => run.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})

test('a part in the middle of a text gets its share of the marks', () => {
  expect(
    runsOf('cache of', 3, [
      { start: 0, end: 5 },
      { start: 9, end: 20 },
    ]),
  ).toEqual([
    { text: 'ca', marked: true },
    { text: 'che ', marked: false },
    { text: 'of', marked: true },
  ])
})
