import { expect, test } from 'vitest'
import { feedbackPlan, feedbackStems } from '#core/search/feedback.ts'
import { paperWith } from '../../fixtures/paper.ts'

const weights = (answers: readonly [title: string, abstract: string | undefined, share: number][]) =>
  [
    ...feedbackStems(
      answers.map(([title, abstract, share]) => ({
        paper: paperWith(abstract === undefined ? { title } : { title, abstract }),
        share,
      })),
    ),
  ].map(([stem, weight]) => [stem, Number(weight.toFixed(4))])

test.each([
  [0, 0],
  [99, 0],
  [100, 1],
  [399, 3],
  [1_000, 10],
  [50_000, 10],
])('of %i papers %i are taken for relevant', (papers, taken) => {
  expect(feedbackPlan(papers, 7)).toEqual({ documents: taken, boost: (0.3 / 0.7) * 7 })
})

test('a word of a title counts as four of an abstract, and stop words and numbers as none', () => {
  expect(weights([['Gated experts', 'The experts are 42 sparse', 1]])).toEqual([
    ['expert', 0.5],
    ['gate', 0.4],
    ['spars', 0.1],
  ])
})

test('words that have a digit beside letters are no numbers', () => {
  expect(weights([['4bit gpt4', undefined, 1]])).toEqual([
    ['4bit', 0.5],
    ['gpt4', 0.5],
  ])
})

test('what a paper says counts by its share, however long the paper is', () => {
  expect(
    weights([
      ['Sparse', undefined, 0.25],
      ['Gated', 'Sparse sparse sparse sparse', 0.75],
    ]),
  ).toEqual([
    ['spars', 0.625],
    ['gate', 0.375],
  ])
})

test('the fifteen weightiest words are taken, by the alphabet where they weigh the same', () => {
  const letters = 'zbycxdwevfugthqj'
  const words = [...letters].map(letter => `${letter}${letter}k`)
  expect(weights([[words.join(' '), undefined, 1]])).toEqual(
    [...words]
      .sort()
      .slice(0, 15)
      .map(word => [word, 0.0667]),
  )
})

test('without answers nothing is learnt', () => {
  expect(weights([])).toEqual([])
})
