import { expect, test } from 'vitest'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import { forEachTerm, rarityOf, termKey, Vocabulary } from '#core/index/terms.ts'
import { paperWith } from '../../fixtures/paper.ts'

const index = new CorpusIndex()
index.add(
  new Segment(buildSegment(['Policy gradients', 'A policy', 'Bread'].map(title => paperWith({ title })))),
)

/** By stems between spaces: how each term is written. */
function termsOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  forEachTerm(text, new Vocabulary(index), (run, first, _, start, end) => {
    found[termKey(run, first)] = text.slice(start, end)
  })
  return found
}

test('words and runs of up to three, which stop words and punctuation end', () => {
  expect(termsOf('KV-cache policies, of gradients')).toEqual({
    ...{ kv: 'KV', cach: 'cache', 'kv cach': 'KV-cache', polici: 'policies', gradient: 'gradients' },
    ...{ 'cach polici': 'cache policies', 'kv cach polici': 'KV-cache policies' },
  })
  expect(Object.keys(termsOf('a b-c d e').valueOf())).toContain('c d e')
  expect(Object.keys(termsOf('w x-y z'))).not.toContain('w x y z')
})

test('numbers stand in runs only', () => {
  expect(Object.keys(termsOf('GPT 4 model'))).toEqual(['gpt', 'gpt 4', 'model', '4 model', 'gpt 4 model'])
})

test('a run is as rare as its words together; words that no paper has count like those of one', () => {
  const rarities: number[] = []
  forEachTerm('policy gradient unheard', new Vocabulary(index), (_run, _first, rarity) => {
    rarities.push(rarity)
  })
  const [policy, gradient] = [rarityOf(3, 2), rarityOf(3, 1)]
  const expected = [policy, gradient, policy + gradient, gradient, 2 * gradient, policy + 2 * gradient]
  expect(rarities).toHaveLength(expected.length)
  for (const [at, rarity] of expected.entries()) expect(rarities[at]).toBeCloseTo(rarity)
})

test('the rarities follow the corpus as it grows', () => {
  const growing = new CorpusIndex()
  const vocabulary = new Vocabulary(growing)
  for (const papers of [1, 2]) {
    growing.add(new Segment(buildSegment([paperWith({ title: 'Policy' })])))
    expect(vocabulary.word('policy')?.rarity).toBe(rarityOf(papers, papers))
  }
  growing.add(new Segment(buildSegment([paperWith({ title: 'Bread' })])))
  expect(vocabulary.word('policy')?.rarity).toBe(rarityOf(3, 2))
})

test('what is no word parts no run, and other signs do', () => {
  expect(Object.keys(termsOf('policy \u0301 gradient'))).not.toContain('polici gradient')
  expect(Object.keys(termsOf('policy\u2011gradient\u2010method'))).toContain('polici gradient method')
  expect(Object.keys(termsOf('policy\n gradient'))).toContain('polici gradient')
  expect(Object.keys(termsOf('policy/gradient'))).toEqual(['polici', 'gradient'])
  expect(Object.keys(termsOf('policy the gradient'))).toEqual(['polici', 'gradient'])
})

test('a term is visited with where it stands', () => {
  const text = 'On policy gradient 2 methods'
  const visits: [string, string, boolean][] = []
  forEachTerm(text, new Vocabulary(index), (run, first, _, start, end) => {
    visits.push([termKey(run, first), text.slice(start, end), run.length === 3])
  })
  expect(visits).toEqual([
    ['polici', 'policy', false],
    ['gradient', 'gradient', false],
    ['polici gradient', 'policy gradient', false],
    ['gradient 2', 'gradient 2', true],
    ['polici gradient 2', 'policy gradient 2', true],
    ['method', 'methods', true],
    ['2 method', '2 methods', true],
    ['gradient 2 method', 'gradient 2 methods', true],
  ])
})

test('a word is known by its stem, and whether it is a number', () => {
  const vocabulary = new Vocabulary(index)
  expect(vocabulary.word('policies')).toEqual({ stem: 'polici', rarity: rarityOf(3, 2), isNumber: false })
  expect(vocabulary.word('42')).toEqual({ stem: '42', rarity: rarityOf(3, 0), isNumber: true })
  expect(vocabulary.word('4o')).toMatchObject({ isNumber: false })
  expect(vocabulary.word('the')).toBeNull()
  expect(rarityOf(3, 0)).toBe(Math.log(4))
  expect(rarityOf(8, 2)).toBe(Math.log(5))
})
