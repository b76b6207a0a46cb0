import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze, areJoined, forEachWord, joinedTerm, termOf } from '#core/text/analyze.ts'

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
  ['cache—memory… speed 😀 up', ['cache', 'memory', 'speed', 'up'], []],
  ['café is 𝐊𝐕', ['cafe', 'is', 'kv'], []],
  ["O'Sullivan’s d'été", ['osullivan', 'dete'], []],
  ['a \u0301 b-\u0301-c', ['a', 'b', 'c'], []],
  ['KV‐cache, one‑shot, x—y', ['kv', 'cache', 'one', 'shot', 'x', 'y'], ['kvcache', 'oneshot']],
  ['pre- and post-training, A--B', ['pre', 'and', 'post', 'training', 'a', 'b'], ['posttraining']],
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

test.each([
  ['a KV-cache', ['a', 'KV', 'cache'], ['KV-cache']],
  ['state-of-the-art of-it', ['state', 'of', 'the', 'art', 'of', 'it'], ['state-of-the-art', 'of-it']],
  ["the models' caches, O'Brien''s", ['the', 'models', 'caches', "O'Brien", 's'], []],
  ['models’… models’', ['models', 'models'], []],
  ['(naïve)', ['naïve'], []],
])('the words of %s are found as they are written', (text, words, runs) => {
  const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const analysis = analyze(text)
  expect(analysis.words.map(written)).toEqual(words)
  expect(analysis.joined.map(written)).toEqual(runs)
})

test('each word is visited once, and those of ASCII letters and digits alone are told from others', () => {
  const visits: [string, boolean][] = []
  const text = '  The naïve GPT 4o, isn’t it? — 学习 ends'
  forEachWord(text, (start, end, isPlain) => visits.push([text.slice(start, end), isPlain]))
  expect(visits).toEqual([
    ['The', true],
    ['naïve', false],
    ['GPT', true],
    ['4o', true],
    ['isn’t', false],
    ['it', true],
    ['学习', false],
    ['ends', true],
  ])
})

test.each([
  ['Cache', true, 'cache'],
  ['Étude', false, 'etude'],
  ["LLM's", false, 'llm'],
  ["O'Sullivan", false, 'osullivan'],
  ['\u0301', false, ''],
])('the word %s, plain: %s, is looked for as %s', (word, isPlain, term) => {
  expect(termOf(word, isPlain)).toBe(term)
})

test.each([
  ['KV-Cache', 'kvcache'],
  ['one‑Étude‐it', 'oneetudeit'],
  ["LLM's-eye", 'llmeye'],
  ['single', 'single'],
])('the hyphenated run %s is the term %s', (run, term) => {
  expect(joinedTerm(run)).toBe(term)
})

test.each([
  ['kv-cache', 3, true],
  ['kv‐cache', 3, true],
  ['kv‑cache', 3, true],
  ['kv cache', 3, false],
  ['kv—cache', 3, false],
  ['kv--cache', 4, false],
  ['kv- cache', 4, false],
])('whether a hyphen joins the words of %s', (text, start, expected) => {
  expect(areJoined(text, 2, start)).toBe(expected)
})
