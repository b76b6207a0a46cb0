import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, receivedText } from '#core/text/receivedText.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

test.each([
  [' broken\n  in \t the middle ', 'broken in the middle'],
  ['a\0b\u0085c', 'a b c'],
  ['half \ud83d, whole 😀', 'half \ufffd, whole 😀'],
  ['<b>\\alpha</b> & $x$', '<b>\\alpha</b> & $x$'],
])('%j is kept as %j', (text, kept) => {
  expect(receivedText(text)).toBe(kept)
})

test('kept texts are well-formed and are kept as they are [row 9]', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.nat({ max: 100 }), (text, limit) => {
      const kept = receivedText(text)
      expect(() => encodeURIComponent(kept)).not.toThrow()
      expect(receivedText(kept)).toBe(kept)
      expect(excerpt(text, limit).length).toBeLessThanOrEqual(limit + 1)
    }),
  )
})
