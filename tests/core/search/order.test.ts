import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf, placeIn } from '#core/search/order.ts'

const scores = fc.array(fc.nat(20), { maxLength: 200 })
const byScore = (values: number[]) => (a: number, b: number) => (values[b] ?? 0) - (values[a] ?? 0) || a - b

test('the first of an order are those of the sorted whole', () => {
  fc.assert(
    fc.property(scores, fc.nat(210), (values, count) => {
      const documents = Int32Array.from(values.keys())
      const sorted = [...documents].sort(byScore(values))
      expect([...firstOf(documents, count, byScore(values))]).toEqual(sorted.slice(0, count))
    }),
  )
})

test('a document knows its place and its neighbours', () => {
  fc.assert(
    fc.property(
      scores.filter(values => values.length > 0),
      fc.nat(),
      (values, any) => {
        const document = any % values.length
        const sorted = [...values.keys()].sort(byScore(values))
        const at = sorted.indexOf(document)
        expect(placeIn(Int32Array.from(values.keys()), document, byScore(values))).toEqual({
          index: at,
          previous: sorted[at - 1] ?? -1,
          next: sorted[at + 1] ?? -1,
        })
      },
    ),
  )
})
