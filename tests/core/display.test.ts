import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayText, textParts } from '#core/display.ts'

test.each([
  ["a Monte Carlo ``rollout'' by sampling", 'a Monte Carlo “rollout” by sampling'],
  ["the `folding' operation", 'the ‘folding’ operation'],
  ['21\\% faster (<5\\%)', '21% faster (<5%)'],
  ['verify this \\emph{scan and snap} dynamics', 'verify this scan and snap dynamics'],
  ['\\textbf{\\emph{Nested}} commands', 'Nested commands'],
  ['compressed by 8times while', 'compressed by 8× while'],
  ['by 2.5\\times on average', 'by 2.5× on average'],
  ['(|A_{i,t}|times H_{i,t})', '(|A_{i,t}| × H_{i,t})'],
  ['prompts of kleq 10 tokens', 'prompts of k ≤ 10 tokens'],
  ['the (D^3S) framework', 'the (D³S) framework'],
  ['softmax(QK^T)V', 'softmax(QKᵀ)V'],
  ['10^{26} parameters', '10²⁶ parameters'],
  ['state sequence mathbf x_0 to', 'state sequence x₀ to'],
  ['sequences R_y(mathbf x_0)', 'sequences R_y(x₀)'],
  ['Combining Byte-~and Word-Level', 'Combining Byte- and Word-Level'],
  ['underutilizes local~GPUs', 'underutilizes local GPUs'],
  [
    'benchmarks \\footnote{Our code is at https://x.org/a~b_1.',
    'benchmarks (Our code is at https://x.org/a~b_1.)',
  ],
  ['a note\\footnote{Here.} goes on', 'a note (Here.) goes on'],
])('%s is shown as %s', (received, shown) => {
  expect(displayText(received)).toBe(shown)
})

test.each([
  'sampled 32 times in a row, several times',
  'sometimes leq is a word and 3 leq 5 is not certain',
  'between 3~4 and ~5 points',
  'snake_case and file_0 stay, as does x_ab_c',
  "don't touch 'single' quotes, it's fine",
  'https://example.org/~user/8times_x^2',
  'A^{i,t} and R_y have no such characters',
  'a lone \\footnote without braces, 100% plain',
])('%s stays as it is', text => {
  expect(displayText(text)).toBe(text)
})

test('what is shown is shown the same when treated again', () => {
  const piece = fc.constantFrom(
    ...[
      '\\emph{',
      '}',
      '``',
      "''",
      '`',
      "'",
      '8',
      'times',
      ' ',
      'x',
      '^',
      '_',
      '{',
      '2',
      '~',
      '\\%',
      '\\footnote{',
    ],
    ...['mathbf', 'leq', '|', 'https://a.b/c'],
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map(parts => parts.join('')),
      text => {
        const shown = displayText(text)
        fc.pre(!/\\|mathbf/.test(shown))
        expect(displayText(shown)).toBe(shown)
      },
    ),
  )
})

test('addresses are found without the punctuation behind them, and the parts make up the text', () => {
  const text = 'Code at https://github.com/a/b. See (https://x.org/c?d=1), or not.'
  expect(textParts(text).filter(({ kind }) => kind === 'link')).toEqual([
    { kind: 'link', text: 'https://github.com/a/b', start: 8 },
    { kind: 'link', text: 'https://x.org/c?d=1', start: 37 },
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
