import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareUtf8, decodeUtf8, encodeUtf8 } from '#core/index/utf8.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

const EDGES = [
  '\0',
  '\x7f',
  '\x80',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\uffff',
  '\u{10000}',
  '\u{10ffff}',
]
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...EDGES), anyCharacter), maxLength: 12 })

test('texts are encoded as everywhere, and come back', () => {
  fc.assert(
    fc.property(anyText, text => {
      const bytes = encodeUtf8(text)
      expect([...bytes]).toEqual([...Buffer.from(text)])
      expect(decodeUtf8(bytes)).toBe(text)
    }),
    { examples: EDGES.map(text => [text]) },
  )
})

test('a part of some bytes is decoded alone', () => {
  const bytes = encodeUtf8('aé中𝔸z')
  expect(decodeUtf8(bytes, 1, 6)).toBe('é中')
  expect(decodeUtf8(bytes, 6)).toBe('𝔸z')
})

test('bytes are in the order of code points, against any part of others', () => {
  const points = (text: string): number[] => Array.from(text, character => character.codePointAt(0) as number)
  const order = (a: string, b: string): number => {
    const [left, right] = [points(a), points(b)]
    const at = left.findIndex((point, i) => point !== right[i])
    if (at < 0) return Math.sign(left.length - right.length)
    return right[at] === undefined ? 1 : Math.sign((left[at] as number) - (right[at] as number))
  }
  fc.assert(
    fc.property(anyText, anyText, anyText, (a, b, around) => {
      const [before, part] = [encodeUtf8(around), encodeUtf8(b)]
      const bytes = Uint8Array.from([...before, ...part, ...before])
      const found = compareUtf8(encodeUtf8(a), bytes, before.length, before.length + part.length)
      expect(Math.sign(found)).toBe(order(a, b))
    }),
    {
      examples: [
        ['cache', 'cache', 'x'],
        ['cach', 'cache', 'e'],
        ['caches', 'cache', 's'],
        ['', '', 'a'],
      ],
    },
  )
})
