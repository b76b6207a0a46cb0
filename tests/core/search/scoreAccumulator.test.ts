import { expect, test } from 'vitest'
import { DocumentSet } from '#core/index/documentSet.ts'
import { ScoreAccumulator } from '#core/search/scoreAccumulator.ts'

const numbers = (...all: number[]): Int32Array => Int32Array.from(all)
const worth = (of: Record<number, number>) => ({
  documents: Int32Array.from(Object.keys(of), Number),
  scores: Float32Array.from(Object.values(of)),
})

test('documents are counted by how many conditions they meet, in the order in which they first did', () => {
  const tally = new ScoreAccumulator(numbers(0, 1, 2, 3, 4))
  expect([...tally.matchedDocs]).toEqual([])
  tally.addMatches(numbers(3, 1))
  tally.addMatches(numbers(0, 1))
  tally.addMatches(numbers(1, 3))
  expect([...tally.matchedDocs]).toEqual([3, 1, 0])
  expect([0, 1, 2, 3, 4].map(document => tally.met(document))).toEqual([1, 3, 0, 2, 0])
  const meeting = (least: number, most: number) => [...tally.meeting(numbers(4, 3, 2, 1, 0), least, most)]
  expect(meeting(3, 3)).toEqual([1])
  expect(meeting(1, 2)).toEqual([3, 0])
  expect(meeting(2, 3)).toEqual([3, 1])
  expect(meeting(0, 0)).toEqual([4, 2])
  expect(meeting(4, 9)).toEqual([])
})

test('worths add up, by their share, and among some documents only where it is said', () => {
  const tally = new ScoreAccumulator(numbers(0, 1, 2, 3))
  tally.add(worth({ 0: 1, 2: 4 }))
  tally.add(worth({ 2: 8, 3: 2 }), 0.5)
  tally.add(worth({ 0: 16, 1: 16, 2: 16 }), 0.25, DocumentSet.of(4, numbers(1, 2)))
  expect([...tally.scores]).toEqual([1, 4, 12, 1])
  tally.multiply(2, 0.5)
  tally.multiply(1, 3)
  expect([...tally.scores]).toEqual([1, 12, 6, 1])
})

test('the highest scores come first, equal ones by their places', () => {
  const tally = new ScoreAccumulator(numbers(3, 2, 1, 0))
  tally.add(worth({ 0: 1, 1: 5, 3: 1 }))
  expect([0, 1, 2, 3].toSorted(tally.compare)).toEqual([1, 3, 0, 2])
  expect(tally.compare(1, 0)).toBeLessThan(0)
  expect(tally.compare(2, 3)).toBeGreaterThan(0)
  expect(tally.compare(2, 2)).toBe(0)
})

test('the best are moved to the front, and given', () => {
  const tally = new ScoreAccumulator(numbers(0, 1, 2, 3, 4, 5))
  tally.add(worth({ 0: 1, 1: 6, 2: 3, 3: 5, 4: 2, 5: 4 }))
  const documents = numbers(0, 1, 2, 3, 4, 5)
  const best = tally.best(documents, 2)
  expect([...best].toSorted()).toEqual([1, 3])
  expect([...documents.subarray(0, 2)].toSorted()).toEqual([1, 3])
  expect([...documents].toSorted()).toEqual([0, 1, 2, 3, 4, 5])
  expect([...tally.best(numbers(4, 0, 2), 3)]).toEqual([4, 0, 2])
  expect([...tally.best(numbers(4, 0), 5)]).toEqual([4, 0])
})
