import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textParts } from '#core/text/textParts.ts'

test('a text of any length comes in parts that parsers of HTML leave whole', () => {
  const text = `${'x'.repeat(32_767)}\u{1f600}${'y'.repeat(100_000)}`
  const parts = textParts(text)
  expect(parts.map(part => part.text).join('')).toBe(text)
  expect(Math.max(...parts.map(part => part.text.length))).toBeLessThan(65_536)
  for (const part of parts) expect(part.text).not.toMatch(/^[\uDC00-\uDFFF]/)
})

test('addresses are found without the punctuation behind them, and the parts make up the text [row 11]', () => {
  const text = 'Code at https://github.com/a/b. See (https://x.org/c?d=1), or not.'
  expect(textParts(text).filter(({ kind }) => kind === 'link')).toEqual([
    { kind: 'link', text: 'https://github.com/a/b', start: 8 },
    { kind: 'link', text: 'https://x.org/c?d=1', start: 37 },
  ])
  expect(textParts('At https://x.org/a/{this https URL}.').map(part => part.text)).toEqual([
    'At ',
    'https://x.org/a/',
    '{this https URL}.',
  ])
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ' ', 'https://', 'x.org', '.', ')', '"')), pieces => {
      const text = pieces.join('')
      const parts = textParts(text)
      expect(parts.map(part => part.text).join('')).toBe(text)
      for (const part of parts) expect(text.startsWith(part.text, part.start)).toBe(true)
    }),
  )
})
