import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PhraseText, phraseOf, preparePhrase } from '#core/query/phraseMatching.ts'
import { analyze } from '#core/text/analyze.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

const preparedPhrase = (text: string) => preparePhrase(phraseOf(text))

const scrap = fc.constantFrom(
  ...[
    'kv',
    'Cache',
    'the',
    "'",
    "'s",
    "s'",
    '-',
    '--',
    ' ',
    '  ',
    '.',
    '\n',
    "it's",
    '4o',
    '\0',
    'é',
    '½',
    '𠀀',
    '’',
  ],
)
const scraps = (maxLength: number) => fc.array(scrap, { maxLength }).map(parts => parts.join(''))
const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: 'binary-ascii' }), scraps(30))

const spaced = (tokens: readonly { term: string }[]): string =>
  ` ${tokens.map(({ term }) => term).join(' ')} `

/** The same, from the words themselves. */
function contains(text: string, sought: string): boolean {
  const [inText, inSought] = [analyze(text), analyze(sought)]
  if (inSought.words.length === 0) return false
  const one = ` ${inSought.words.map(({ term }) => term).join('')} `
  return (
    spaced(inText.words).includes(spaced(inSought.words)) ||
    spaced(inText.joined).includes(one) ||
    (inSought.joined.length > 0 && spaced(inText.words).includes(one))
  )
}

test('a phrase is found where its words follow each other, or are joined by hyphens', () => {
  fc.assert(
    fc.property(anyText, fc.oneof(scraps(4), anyText), (text, sought) => {
      expect(new PhraseText(text).contains(preparedPhrase(sought))).toBe(contains(text, sought))
    }),
    { numRuns: 3000 },
  )
})

test.each(['kv-cache', 'KV cache', 'kvcache', 'Kv CACHÉ'])('%s finds KV-cache', sought => {
  expect(new PhraseText('with a KV-cache.').contains(preparedPhrase(sought))).toBe(true)
})

test.each([
  ['with a KV cache', 'kv-cache'],
  ['with a kvcache', 'kv-cache'],
  ['with a KV\x7fcache', 'kv cache'],
  ['State-of-the-art results', 'state of the art'],
  ['State-of-the-art results', 'stateoftheart'],
  ['- a list: KV-cache', 'kvcache'],
  ['-KV-cache', 'kvcache'],
  ['KV-cache/prefix cache', 'kvcache'],
  ['KV-cache--prefix', 'kvcache'],
  ['KV-cache-', 'kvcache'],
  ['sparse, "mixture" of experts', 'sparse mixture of experts'],
  ['Sparse mixtures, sparse mixture of experts', 'sparse mixture'],
  ['Of experts: a mixture of experts', 'mixture of experts'],
  ['a transformer, the KV transformer', 'kv transformer'],
  ['KV transformer', 'kv transformer'],
  ["the model's cache", 'model cache'],
  ["the model's cache", "model's"],
  ["what we don't know", 'dont know'],
  ['what we don’t know', "don't know"],
  ['Étude K‑means', 'kmeans'],
  ['Étude K‑means', 'k means'],
  ['Étude: of K means', 'etude of'],
  ['of 深度-学习', '深度 学习'],
  ['of 深度-学习', '深度学习'],
])('%j contains %j', (text, sought) => {
  expect(new PhraseText(text).contains(preparedPhrase(sought))).toBe(true)
})

test.each([
  ['with a KV cache', 'kvcache'],
  ['with a KV - cache', 'kvcache'],
  ['with a KV--cache', 'kvcache'],
  ['with a --cache flag', 'ca che'],
  ['with a cache', 'ca-che-s'],
  ['with a cache', 'ca che'],
  ['with KV-caches', 'kvcache'],
  ['a non-KV-cache', 'kvcache'],
  ['with KV caches', 'kv cache'],
  ['a mkv cache', 'kv cache'],
  ['the cache KV', 'kv cache'],
  ['a KV and a cache', 'kv cache'],
  ['a transformer', 'kv transformer'],
  ['a mixture for experts', 'mixture of experts'],
  ['a mixture of', 'mixture of experts'],
  ['the ablation', 'a ablation'],
  ['ablation', 'a ablation'],
  ['cache of the model', 'model cache'],
  ['深度学习', '深度'],
  ['深度学习', '学习'],
  ['Undefined behaviour', '…'],
  ['Undefined behaviour', ''],
  ['', 'kv'],
])('%j does not contain %j', (text, sought) => {
  expect(new PhraseText(text).contains(preparedPhrase(sought))).toBe(false)
})

test('a phrase stands in one of several texts, and runs across none of their borders', () => {
  const texts = new PhraseText('A small KV', 'cache-aware Étude', 'of routers')
  expect(texts.contains(preparedPhrase('small kv'))).toBe(true)
  expect(texts.contains(preparedPhrase('cacheaware'))).toBe(true)
  expect(texts.contains(preparedPhrase('of routers'))).toBe(true)
  expect(texts.contains(preparedPhrase('kv cache'))).toBe(false)
  expect(texts.contains(preparedPhrase('etude of'))).toBe(false)
  expect(new PhraseText().contains(preparedPhrase('kv'))).toBe(false)
})

test.each([
  ['The Model\'s "KV-Cache".', 'the model "kv-cache".', ' kvcache '],
  ["It isn't the users' cache", "it isnt the users' cache", ' '],
  [
    'State-of-the-art, GPT-4o-like; a - b',
    'state-of-the-art, gpt-4o-like; a - b',
    ' stateoftheart gpt4olike ',
  ],
  ['“Étude” — K‑means, naïve k-NN', 'etude k-means naive k-nn', ' kmeans knn '],
  ['é', 'e', ' '],
  ['', '', ' '],
])('%j is prepared as the text %j with the joined words %j', (text, folded, joined) => {
  const prepared = new PhraseText(text)
  expect(prepared.folded).toBe(folded)
  expect(prepared.joined).toBe(joined)
})

test.each([
  [
    'KV cache',
    { terms: ['kv', 'cache'], rarest: 1, one: 'kvcache', spacedOne: ' kvcache ', isHyphenated: false },
  ],
  [
    'Sparse KV-Cache',
    {
      terms: ['sparse', 'kv', 'cache'],
      rarest: 0,
      one: 'sparsekvcache',
      spacedOne: ' sparsekvcache ',
      isHyphenated: true,
    },
  ],
  [
    'size rank',
    { terms: ['size', 'rank'], rarest: 0, one: 'sizerank', spacedOne: ' sizerank ', isHyphenated: false },
  ],
  ['…', { terms: [], rarest: 0, one: '', spacedOne: '  ', isHyphenated: false }],
])('of %j these words are sought, the longest first', (text, phrase) => {
  expect(preparedPhrase(text)).toEqual(phrase)
})

test('a text of a megabyte of signs is looked through once', () => {
  const text = new PhraseText(`a${'.'.repeat(1_000_000)}b`.repeat(3))
  expect(text.contains(preparedPhrase('a b a b a c'))).toBe(false)
})
