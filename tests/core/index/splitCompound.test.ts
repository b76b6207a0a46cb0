import { expect, test } from 'vitest'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import { splitCompound } from '#core/index/splitCompound.ts'
import { paperWith } from '../../fixtures/paper.ts'

const long = 'representations'
const longer = 'interpretability'

const index = new CorpusIndex()
index.add(
  new Segment(
    buildSegment([
      paperWith({ title: 'KV cache of plan B', abstract: 'Re ranking, rer, anking.' }),
      paperWith({ title: longer, abstract: `x${long} xx${long}` }),
    ]),
  ),
)

test.each([
  ['kvcache', 'two words of one text', [['kv', 'cache']]],
  ['plancache', 'words of the corpus wherever they stand', [['plan', 'cache']]],
  ['caching', 'nothing where the corpus knows the whole alone', []],
  ['cachedplans', 'words in other forms', [['cached', 'plans']]],
  [
    'reranking',
    'pairs in the order of the first words',
    [
      ['re', 'ranking'],
      ['rer', 'anking'],
    ],
  ],
  ['kvstore', 'nothing where only the first word is known', []],
  ['mycache', 'nothing where only the second is', []],
  ['planb', 'no word of one letter at the end', []],
  ['bplan', 'nor at the beginning', []],
  ['kvplankv', 'no three words', []],
  ['kv', 'nothing in two letters', []],
  ['', 'nothing in no letters', []],
])('%j consists of %s', (term, _, pairs) => {
  expect(splitCompound(term, index)).toEqual(pairs)
})

test('a word of more than 32 letters is not parted', () => {
  expect(splitCompound(`${longer}x${long}`, index)).toEqual([[longer, `x${long}`]])
  expect(splitCompound(`${longer}xx${long}`, index)).toEqual([])
})
