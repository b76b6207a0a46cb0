import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canBeOneName, nameParts, sameAuthors, shareAuthor } from '#core/papers/sameAuthor.ts'

const one = (a: string, b: string): boolean => canBeOneName(nameParts(a), nameParts(b))

test.each([
  ['Ada Example', 'Example, Ada'],
  ['Ada Example', 'A. Example'],
  ['Ada Example', 'Example A'],
  ['Ada Example', 'Ada B. Example'],
  ['Ada Beate Example', 'A. B. Example'],
  ['Ada Beate Example', 'Example AB'],
  ['Jean-Luc Exämple', 'J.-L. Example'],
  ['Bo van der Sample', 'van der Sample, Bo'],
  ['Bo van der Sample', 'Bo Sample'],
  ['Lucía Prado Muestra', 'Prado Muestra, L.'],
  ['Jörg Müller', 'Joerg Mueller'],
  ['Søren Øster', 'Soren Oster'],
  ["Kim O'Sample", 'Kim O’Sample'],
  ['Ada Example Jr.', 'Ada Example'],
  ['LI Wei', 'Wei Li'],
  ['样本', '样本'],
  ['The Sample Collaboration', 'The Sample Collaboration'],
  ['Ada', 'Ada'],
])('%s and %s can be one name', (a, b) => {
  expect([one(a, b), one(b, a)]).toEqual([true, true])
})

test.each([
  ['Ada Example', 'Anna Example'],
  ['Ada Example', 'Bo Sample'],
  ['A. Example', 'A. Sample'],
  ['Ada Example', 'Ada Sample'],
  ['Wei Li', 'Wei Wang'],
  ['A. B.', 'A. B.'],
  ['样本', '示例'],
  ['', ''],
])('%s and %s cannot', (a, b) => {
  expect([one(a, b), one(b, a)]).toEqual([false, false])
})

const lists = (text: string) => text.split('; ').map(nameParts)

test('lists share an author, or are the same in another order and spelling', () => {
  expect(shareAuthor(lists('Ada Example; Bo Sample'), lists('Third, Cy; Sample, B.'))).toBe(true)
  expect(shareAuthor(lists('Ada Example; Bo Sample'), lists('Cy Third'))).toBe(false)
  expect(sameAuthors(lists('Ada Example; Bo Sample'), lists('Sample, B.; Example, A.'))).toBe(true)
  expect(sameAuthors(lists('Ada Example; Bo Sample'), lists('Ada Example'))).toBe(false)
  expect(sameAuthors(lists('Ada Example; Bo Sample'), lists('Ada Example; Cy Third'))).toBe(false)
})

test('comparing is symmetric, and a name with a whole part can be itself', () => {
  const name = fc.array(fc.constantFrom('Ada', 'A.', 'Example', 'Bo', 'van', 'E.', 'Jr.', '样'), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [left, right] = [nameParts(a.join(' ')), nameParts(b.join(' '))]
      expect(canBeOneName(left, right)).toBe(canBeOneName(right, left))
      expect(canBeOneName(left, left)).toBe(left.some(part => !/^[a-z]$/.test(part)))
    }),
  )
})
