import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Highlights, Marker, runsOf } from '#core/search/highlight.ts'

/** What is marked of a text, as it is written. */
const marked = (text: string, stems: string[], phrases: Highlights['phrases'] = []): string[] =>
  new Marker({ stems: new Set(stems), phrases }).marks(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Caching caches in a cache', ['cach'], ['Caching', 'caches', 'cache']],
  ['a cachet of caution', ['cach'], []],
  ['[cache], {caches}', ['cach'], ['cache', 'caches']],
  ['KV-cache and KV cache', ['kvcach'], ['KV-cache']],
  ['the new KV-cache is a cache', ['kvcach', 'is'], ['KV-cache', 'is']],
  ['state-of-the-art art', ['stateoftheart'], ['state-of-the-art']],
  ['state-of-the-art', ['art', 'state'], ['state', 'art']],
  ['the KV-cache', ['kv', 'kvcach'], ['KV-cache']],
  ['multi-agent-like', ['multiag'], []],
  ['k-means, K‑means', ['kmean'], ['k-means', 'K‑means']],
  ['GPT-4o, 4O', ['4o'], ['4o', '4O']],
  ['R, (r], r/R[x]', ['r'], ['R', 'r', 'r', 'R']],
  ["O'Brien and O’Brien's", ['obrien'], ["O'Brien", "O’Brien's"]],
  ['Étude, etude, E\u0301tude', ['etud'], ['Étude', 'etude', 'E\u0301tude']],
  ['Pérez, peréz', ['perez'], ['Pérez', 'peréz']],
  ['深度学习 of 深度', ['深度'], ['深度']],
])('in %j the stems %j mark %j', (text, stems, expected) => {
  expect(marked(text, stems)).toEqual(expected)
})

test.each([
  ['KV-cache, KV cache, cache of KV', [['kv', 'cache']], ['KV-cache', 'KV cache']],
  ['a KV-cache, one-shot', [['kvcache']], ['KV-cache']],
  ['ChatGPT-4o', [['chat', 'gpt', '4o']], ['ChatGPT-4o']],
  ['of kv', [['kv', 'cache']], []],
  [
    'sparse KV cache size',
    [
      ['kv', 'cache', 'size'],
      ['sparse', 'kv'],
    ],
    ['sparse KV cache size'],
  ],
  ['sparse KV cache size', [['cache'], ['sparse', 'kv', 'cache', 'size']], ['sparse KV cache size']],
  ['cache, sparse', [['sparse'], ['cache']], ['cache', 'sparse']],
])('in %j the phrases %j mark %j', (text, phrases, expected) => {
  expect(marked(text, [], phrases)).toEqual(expected)
})

test('stems and phrases are marked together, in the order of the text, and as one where they overlap', () => {
  expect(marked('The KV cache: caches, the KV', ['cach'], [['kv', 'cache'], ['the']])).toEqual([
    'The',
    'KV cache',
    'caches',
    'the',
  ])
  expect(marked('KV-cache', ['cach', 'kv'], [])).toEqual(['KV', 'cache'])
  expect(marked('nothing sought', [], [])).toEqual([])
})

test('further phrases are marked in the text that they are given for, and in no other', () => {
  const marker = new Marker({ stems: new Set(['cach']), phrases: [] })
  expect(marker.marks('KV cache', [['kv']])).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 8 },
  ])
  expect(marker.marks('KV cache')).toEqual([{ start: 3, end: 8 }])
})

test.each([
  // A part of the next text stands where a word or a hyphen of the text before it would have mattered.
  ['my cache', 'in cachet'],
  ['kv', '  -kv-cache'],
])('a text is marked the same after %j', (before, text) => {
  const found = { stems: new Set(['cach', 'kvcach']), phrases: [] }
  const marker = new Marker(found)
  marker.marks(before)
  expect(marker.marks(text)).toEqual(new Marker(found).marks(text))
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

test.each([
  ['a part that is one mark', 'cache', 0, [[0, 5]], ['[cache]']],
  [
    'marks in front of the part and behind it',
    'cache',
    10,
    [
      [0, 5],
      [7, 10],
      [15, 20],
    ],
    ['cache'],
  ],
  ['a part that ends unmarked', 'a cache of', 10, [[12, 17]], ['a ', '[cache]', ' of']],
  [
    'two marks',
    'kv and cache',
    0,
    [
      [0, 2],
      [7, 12],
    ],
    ['[kv]', ' and ', '[cache]'],
  ],
  ['a part without text', '', 3, [[0, 5]], []],
  ['no marks', 'cache', 0, [], ['cache']],
])('%s is cut into runs', (_, part, start, marks, expected) => {
  const spans = marks.map(([from = 0, to = 0]) => ({ start: from, end: to }))
  expect(runsOf(part, start, spans).map(({ text, marked }) => (marked ? `[${text}]` : text))).toEqual(
    expected,
  )
})
