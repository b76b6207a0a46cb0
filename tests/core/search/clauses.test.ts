import { expect, test } from 'vitest'
import { format } from '#core/query/format.ts'
import { parse } from '#core/query/parse.ts'
import { clausesOf, isPlainWord, queryWords } from '#core/search/clauses.ts'

const clausesIn = (text: string) => {
  const { should, anyOf, must, isProse } = clausesOf(parse(text).query)
  return {
    // Required words are written with a +, the word still being typed with a … behind it.
    should: should
      .map(({ term, isRequired, isPrefix }) => `${isRequired ? '+' : ''}${term}${isPrefix ? '…' : ''}`)
      .join(' '),
    anyOf: anyOf.map(members => format({ type: 'or', members })),
    must: must.map(format),
    isProse,
  }
}

test.each([
  ['kv cache', '+kv +cache…', [], []],
  ['ca', '+ca…', [], []],
  ['kv ca', '+kv ca…', [], []],
  ['kv cac', '+kv +cac…', [], []],
  ['ca kv', '+ca kv…', [], []],
  ['cache of models', '+cache of +models…', [], []],
  ['what is this', '+what +is +this…', [], []],
  ['the rlvr | grpo', 'the', ['rlvr | grpo'], []],
  ['', '', [], []],
  ['rlvr | grpo', '', ['rlvr | grpo'], []],
  ['rlvr | title:grpo', '', ['rlvr | title:grpo'], []],
  ['rlvr | "group policy"', '', ['rlvr | "group policy"'], []],
  ['title:rlvr | title:grpo', '', [], ['title:rlvr | title:grpo']],
  ['rlvr | theme:grpo', '', [], ['rlvr | theme:grpo']],
  ['theme:grpo | rlvr', '', [], ['theme:grpo | rlvr']],
  ['title:cache', '', [], ['title:cache']],
  ['"kv cache"', '', [], ['"kv cache"']],
  ['-cache', '', [], ['-cache']],
  ['cache -kv theme:rlvr', '+cache…', [], ['-kv', 'theme:rlvr']],
  ['cache "long context"', '+cache', [], ['"long context"']],
  ['cache title:kv', '+cache', [], ['title:kv']],
])('%j asks for the words %j, one each of %j, and must meet %j', (text, should, anyOf, must) => {
  expect(clausesIn(text)).toEqual({ should, anyOf, must, isProse: false })
})

const EIGHT = 'sparse attention speeds up decoding of long contexts'

test('up to eight words are asked for one by one, and more are prose', () => {
  expect(clausesIn(EIGHT)).toEqual({
    should: '+sparse +attention +speeds up +decoding of +long +contexts…',
    anyOf: [],
    must: [],
    isProse: false,
  })
  // Common words are left out, and no word is still being typed.
  expect(clausesIn(`${EIGHT} a`)).toEqual({
    should: '+sparse +attention +speeds +decoding +long +contexts',
    anyOf: [],
    must: [],
    isProse: true,
  })
})

test('what is no word does not make prose of a query', () => {
  expect(clausesIn(`${EIGHT} theme:rlvr -cache`)).toMatchObject({
    should: '+sparse +attention +speeds up +decoding of +long +contexts…',
    must: ['theme:rlvr', '-cache'],
    isProse: false,
  })
})

test('in prose phrases are words, but not those of a field, and filters stay what they are', () => {
  expect(clausesIn(`"kv cache" ${EIGHT} too title:"the model" author:lin -pruning`)).toEqual({
    should: '+kv +cache +sparse +attention +speeds +decoding +long +contexts',
    anyOf: [],
    must: ['title:"the model"', 'author:lin', '-pruning'],
    isProse: true,
  })
})

test('prose of common words alone asks for nothing', () => {
  expect(clausesIn('what is it that we do when they are there')).toEqual({
    should: '',
    anyOf: [],
    must: [],
    isProse: true,
  })
})

test.each([
  ['kv-cache', false, ['kv of kvcache', 'cache of kvcache']],
  [
    'a kv-cache pool-size',
    false,
    ['a', 'kv of kvcache', 'cache of kvcache', 'pool of poolsize', 'size of poolsize'],
  ],
  ['after kv-cache now', false, ['after', 'kv of kvcache', 'cache of kvcache', 'now']],
  ['kv cache', true, ['kv', 'cache']],
])('the words of %j know the hyphenated words they stand in', (text, inProse, expected) => {
  const words = queryWords(text, { isPrefix: false, inProse })
  expect(words.map(({ term, whole }) => (whole === undefined ? term : `${term} of ${whole}`))).toEqual(
    expected,
  )
  for (const word of words) expect(word).toMatchObject({ typed: text, inProse, isPrefix: false })
})

test('in prose words are taken as they are', () => {
  const { should } = clausesOf(parse(`"KV cache" ${EIGHT} now`).query)
  expect(should.every(({ inProse }) => inProse)).toBe(true)
  expect(clausesOf(parse(EIGHT).query).should.some(({ inProse }) => inProse)).toBe(false)
})

test('a word of a field, a phrase and a filter are no plain words', () => {
  const arePlain = (text: string) => isPlainWord(parse(text).query)
  expect(['cache', 'title:cache', '"kv cache"', 'theme:rlvr'].map(arePlain)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
