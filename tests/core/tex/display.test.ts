import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayText } from '#core/tex/display.ts'

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
  ['needs $O(n\\log n)$ time', 'needs O(n log n) time'],
  ['about 20$\\times$ faster, $1.45\\times$ to 2 $\\times$ 2', 'about 20× faster, 1.45× to 2 × 2'],
  ['tiles of 256~$\\times$~256 pixels', 'tiles of 256 × 256 pixels'],
  ['a rate of $10^{-3}$ and Macro-F$_1$', 'a rate of 10⁻³ and Macro-F₁'],
  ['De$^3$BERTa and $G^2$-Reader', 'De³BERTa and G²-Reader'],
  ['where $2k-1 \\le n \\leq 2m$ and $\\alpha\\in\\mathbb{R}$', 'where 2k-1 ≤ n ≤ 2m and α∈R'],
  ['\\( \\mathcal{L}_{2} \\) and \\(d\\sqrt{T}\\)', 'L₂ and d√T'],
  ['at 90$^\\circ$, {\\deg} and $\\{0, 1\\}$', 'at 90°, ° and {0, 1}'],
  ['0.60 \\pm 0.05, 10 {\\mu}m', '0.60 ± 0.05, 10 μm'],
  ['less than \\$2,000 a year', 'less than $2,000 a year'],
  ['{\\em and} {\\bf bold} \\underline{N}on-\\textsc{Caps}', 'and bold Non-Caps'],
  ['changes, \\eg, of words (\\ie these), Doe \\etal', 'changes, e.g., of words (i.e. these), Doe et al.'],
  ['(e.g.\\ by name), Call\\,Center, under\\-standing', '(e.g. by name), Call Center, understanding'],
  [
    'Fr\\\'echet, espa\\~nol, na{\\"i}ve, Fran\\c{c}ois, Erd\\H{o}s',
    'Fréchet, español, naïve, François, Erdős',
  ],
  [
    '\\url{https://x.org/a_b} and \\href{https://x.org}{our page}',
    'https://x.org/a_b and our page (https://x.org)',
  ],
  ['\\href{https://x.org/c}{\\texttt{https://x.org/c}}.', 'https://x.org/c.'],
  ['\\href{https://x.org/c}{\\text{this page}}.', 'this page (https://x.org/c).'],
  ['PM\\textsuperscript{4}Bench, \\textcolor{red}{in red}', 'PM⁴Bench, in red'],
  ["``the buyer's remorse'' and `a don't'", "“the buyer's remorse” and ‘a don't’"],
  [
    'a tool\\footnote{At \\href{https://x.org/a}{\\emph{our page}}.} for all',
    'a tool (At our page (https://x.org/a).) for all',
  ],
  ['for $p\\ge 1$, $n \\leq 2$ and $r/\\min(d,k)$ at 90$^\\circ$', 'for p≥1, n ≤ 2 and r/min(d,k) at 90°'],
  ['is 60\\% of it', 'is 60% of it'],
  ['a ``mixed quote" of both', 'a “mixed quote” of both'],
  ["a ''GAME'' where", 'a “GAME” where'],
  ['pages 1--3 of it---or all -- or none', 'pages 1–3 of it—or all – or none'],
  ['in $\\frac{1}{2}$ -- or not', 'in $\\frac{1}{2}$ – or not'],
])('%s is shown as %s', (received, shown) => {
  expect(displayText(received)).toBe(shown)
})

test.each([
  'sampled 32 times in a row, several times',
  'sometimes leq is a word and 3 leq 5 is not certain',
  'between 3~4 and ~5 points, 2.1x~2.4x faster',
  'snake_case and file_0 stay, as does x_ab_c',
  'run with --fast, a --> b and -----',
  "don't touch 'single' quotes, it's fine",
  'https://example.org/~user/8times_x^2',
  'A^{i,t} and R_y have no such characters',
  'a lone \\footnote without braces, 100% plain',
  'costs $5 and $6, US$5 to US$10, $3k–$5k or $100M/$200M',
  'the loss $\\frac{1}{2} x_{t}^2$ and \\(\\sum_{i} x_i\\) need a formula',
  'our \\method{} and \\ours, of \\cite{someone}, $A_Q$ and $\\unknown$',
  'he said \\"stop\\" and don\\\'t',
  'the class \\[ \\mathcal{G}_q=\\{f:\\mathbb{R}\\to x^2\\} \\] and $$E=mc^2$$ are set apart',
  '\\begin{align*}\\mathbf{x}_0 &= 8times\\end{align*}',
  "the `Model` domain of `sports` tests models' reasoning",
  'a $ alone, $ x $ with spaces, and $unclosed',
  '\u{f0001} is of nobody, 8times',
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

test('a text without marks of TeX stays as it is [row 7]', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9'"().,:;!?%&#+*/=<>[\]|@-]{1,12}$/)
  const plain = fc
    .array(word, { maxLength: 40 })
    .map(words => words.join(' '))
    .filter(text => !/times|leq|geq|math|--|''/.test(text))
  fc.assert(
    fc.property(plain, text => {
      expect(displayText(text)).toBe(text)
    }),
  )
})

test('any text is shown, in time that grows with its length, and no maths is half converted [row 7]', () => {
  const piece = fc.constantFrom(
    '$',
    '\\',
    '{',
    '}',
    '^',
    '_',
    '\\(',
    '\\)',
    'x',
    ' ',
    '\\frac',
    '\\alpha',
    '\\mathbf',
    '2',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const formula = `$\\frac{${'x'.repeat(3)}^2_{t}}{2}$`
      expect(displayText(text)).toBeTypeOf('string')
      expect(displayText(`a ${formula} b`)).toBe(`a ${formula} b`)
    }),
  )
  for (const bomb of [
    ' ',
    '\\[',
    '$$',
    '\\begin{a}',
    '{',
    '\\emph{',
    '$',
    '\\(',
    '\\href{',
    '``',
    "\\'",
    '^{',
    '~',
    'x_',
  ]) {
    expect(displayText(bomb.repeat(20_000)).length).toBeGreaterThan(0)
  }
})

test('a text that is too long for an abstract is shown as it came', () => {
  const long = '\\emph{a} \\['.repeat(100_000)
  expect(displayText(long)).toBe(long)
})
