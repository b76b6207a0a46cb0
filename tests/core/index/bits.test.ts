import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BitReader, BitWriter, MAX_WIDTH } from '#core/index/bits.ts'

test('what was written bit by bit is read again', () => {
  const item = fc.record({
    value: fc.nat({ max: 5_000 }),
    how: fc.oneof(
      fc.constant('unary' as const),
      fc.record({ rice: fc.integer({ min: 0, max: MAX_WIDTH }) }),
      fc.record({ bits: fc.integer({ min: 13, max: MAX_WIDTH }) }),
    ),
  })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), items => {
      const writer = new BitWriter()
      for (const { value, how } of items) {
        if (how === 'unary') writer.unary(value % 70)
        else if ('rice' in how) writer.rice(value, how.rice)
        else writer.bits(value, how.bits)
      }
      const reader = new BitReader(writer.bytes())
      for (const { value, how } of items) {
        if (how === 'unary') expect(reader.unary()).toBe(value % 70)
        else if ('rice' in how) expect(reader.rice(how.rice)).toBe(value)
        else expect(reader.bits(how.bits)).toBe(value)
      }
      expect(reader.at).toBe(writer.length)
    }),
  )
})

test('numbers take the bits their code says', () => {
  const writer = new BitWriter()
  writer.rice(9, 2)
  expect(writer.length).toBe(5)
  expect([...writer.bytes()]).toEqual([0b11001000])
})
