import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readParts } from '#core/tex/formulas.ts'

const formulasOf = (text: string) =>
  readParts(text).flatMap(part => ('formula' in part ? [part.formula] : []))

const joined = (text: string): string =>
  readParts(text)
    .map(part => ('formula' in part ? part.formula.source : part.text))
    .join('')

test('formulas are found where delimiters and content leave no doubt', () => {
  const text =
    'In $\\frac{1}{n}$ and \\( x \\), so $$E=mc^2$$, \\[ y_1 \\] and \\begin{align}a &= b\\end{align}.'
  expect(formulasOf(text)).toEqual([
    { source: '$\\frac{1}{n}$', tex: '\\frac{1}{n}', displayed: false },
    { source: '\\( x \\)', tex: 'x', displayed: false },
    { source: '$$E=mc^2$$', tex: 'E=mc^2', displayed: true },
    { source: '\\[ y_1 \\]', tex: ' y_1 ', displayed: true },
    {
      source: '\\begin{align}a &= b\\end{align}',
      tex: '\\begin{align}a &= b\\end{align}',
      displayed: true,
    },
  ])
})

test.each([
  'costs $5 and $10, or US$5 to US$10',
  'from $3k to $5k a month, $100M/$200M',
  'the variables $HOME and $PATH, or $HOME/$USER',
  'a $plain word$ between dollars',
  'https://example.org/$x_1$/y',
  'an unclosed $x_1 and \\( y',
])('%s holds no formula', text => {
  expect(formulasOf(text)).toEqual([])
})

test('the parts make up the text, whatever it is [row 7]', () => {
  const piece = fc.constantFrom(
    ...[
      '$',
      '$$',
      '\\(',
      '\\)',
      '\\[',
      '\\]',
      '\\begin{a}',
      '\\end{a}',
      'x_1',
      '^',
      ' ',
      '5',
      'https://a.b/',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('')
      expect(joined(text)).toBe(text)
      for (const part of readParts(text)) {
        expect(text.startsWith('formula' in part ? part.formula.source : part.text, part.start)).toBe(true)
      }
    }),
  )
})

test('a text of nothing but formulas is set up to a limit, and a text too long for an abstract not at all', () => {
  const many = '$x_1$ '.repeat(500)
  expect(formulasOf(many)).toHaveLength(100)
  expect(joined(many)).toBe(many)
  const long = '$x_1$ '.repeat(20_000)
  expect(readParts(long)).toEqual([{ text: long, start: 0 }])
})

test.each([
  '$\\href{https://a.b/}{Code}$',
  '\\(\\url{https://a.b/}\\)',
  '$\\includegraphics{x_1}$',
  '$\\htmlClass{a}{b}$',
])('%s is no formula: what it says would be lost', text => {
  expect(readParts(text).every(part => 'text' in part)).toBe(true)
})
