import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latexText } from '#core/cite/latex.ts'
import { settableTitle } from '#core/cite/titleTex.ts'
import { displayText } from '#core/tex/display.ts'

test.each([
  '$\\beta$-Anneal: Scheduling for H$_2$Cache at $10^{-3}$ and $\\leq$ Limits',
  '$\\mathcal{O}(n\\log n)$ and $\\mathbb{R}^{d\\times d}$',
  '$\\frac{a}{b}$, $\\tfrac12$, $\\sqrt[3]{x}$, $\\left\\{x \\mid y\\right\\}$, $\\big( x \\big)$',
  "$x''_i$, $\\hat x^{2}_i$, $\\bm{x}^\\top$, 360$^\\circ$, $\\alpha\\%$",
  '$\\text{a \\& b}$, $\\overset{a}{b}$',
  '\\emph{scan} \\textsc{Small} {\\bf bold} \\textbf{a \\emph{b}} M{\\"u}ller, 50\\% \\& more',
])('%s leaves as it came', tex => {
  expect(settableTitle(tex)).toBe(tex)
})

test.each([
  ['50% of $x$ & #1', '50\\% of $x$ \\& \\#1'],
  ['\\(a + b\\) and $$c$$', '$a + b$ and $c$'],
  ['$1 ≤ β$', '$1 {\\leq} {\\beta}$'],
  ['$\\operatorname*{argmin}_x$', '$\\operatorname{argmin}_x$'],
  ['8times faster with $\\beta$', '8× faster with $\\beta$'],
  ['\\emph{Über} β <b>', '\\emph{Über} $\\beta$ {\\textless}b{\\textgreater}'],
])('%s leaves as %s', (tex, written) => {
  expect(settableTitle(tex)).toBe(written)
})

test.each([
  '$\\unknown{x}$',
  '$\\frac{a}$',
  '$x^{2}^{3}$',
  '$x^2{}^3}$',
  "$x^2'$",
  '$\\left( x$',
  '${x$',
  '$a & b$',
  '$\\begin{x}$',
  '$\\mathbf$',
  '$^$',
  '$深$',
  '\\unknown{x}',
  '{unbalanced',
  'unbalanced}',
  '\\textbf{x',
  'ends with \\',
])('what TeX would stop at is written as it is shown: %s', tex => {
  expect(settableTitle(tex)).toBe(latexText(displayText(tex)))
})

test('titles that are nested deep, or long, are written as they are shown', () => {
  for (const piece of ['{', '\\textbf{', '$\\frac{', '$\\left(', '$x$ ', 'word ']) {
    for (const length of [100, 60_000 / piece.length]) {
      const title = piece.repeat(length)
      expect(settableTitle(title).length).toBeGreaterThanOrEqual(title.length / 2)
    }
  }
})

test('braces are balanced and dollars come in pairs, whatever the title', () => {
  const piece = fc.constantFrom(
    ...['$', '{', '}', '\\', '^', '_', '%', '&', '#', ' ', 'x', '2', "'", '[', ']', '\\left(', '\\right)'],
    ...[
      '\\frac',
      '\\sqrt',
      '\\mathbf',
      '\\text',
      '\\emph',
      '\\textbf{',
      '\\"',
      '\\beta',
      '\\$',
      '深',
      '≤',
      '\\\\',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const tex = settableTitle(pieces.join(''))
      let depth = 0
      let dollars = 0
      for (const [token] of tex.matchAll(/\\[\s\S]|[{}$]/g)) {
        if (token === '{') depth++
        if (token === '}') expect(--depth).toBeGreaterThanOrEqual(0)
        if (token === '$') dollars++
      }
      expect([depth, dollars % 2]).toEqual([0, 0])
    }),
  )
})
