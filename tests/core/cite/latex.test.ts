import { expect, test } from 'vitest'
import { latexText } from '#core/cite/latex.ts'
import { latexPreamble } from '#core/cite/latexPreamble.ts'
import { readBibtex } from './readers.ts'

test.each([
  ['β-Anneal: H₂Cache at 10⁻³', '$\\beta$-Anneal: H$_2$Cache at 10$^{-3}$'],
  ['x₁₂ y²', 'x$_{12}$ y$^2$'],
  ['50% of #1_2 & $5', '50\\% of \\#1\\_2 \\& \\$5'],
  [
    'a\\b {c} ~ ^ < > |',
    'a{\\textbackslash}b {\\textbraceleft}c{\\textbraceright} {\\textasciitilde} {\\textasciicircum} {\\textless} {\\textgreater} {\\textbar}',
  ],
  ["-- '' ``", "-{}- '{}' `{}`"],
  // Letters, words in Greek, and what TeX has no command for.
  ['Müller Łódź Nguyễn', 'Müller Łódź Nguyễn'],
  ['Αθήνα, αβ', 'Αθήνα, αβ'],
  ['深度 🌊 ℝ', '深度 🌊 ℝ'],
  // Not every reader knows their commands.
  ['μ ≤ 2 × 3 → ∞ ω', 'μ ≤ 2 × 3 → ∞ ω'],
])('%j is %j to TeX', (text, tex) => {
  expect(latexText(text)).toBe(tex)
})

test.each([...'ΓΔΘΛΞΠΣΦΨαβγδεζηκλνξπρστυφχψϑϕϵ', 'H₂', '10⁻³', 'xⁿ'])(
  'another reader of BibTeX gives %s back',
  sign => {
    expect(latexText(sign)).toContain('$')
    expect(readBibtex(`@misc{k, title = {{a${latexText(sign)}b}}}`)[0]?.fields.title).toBe(`a${sign}b`)
  },
)

test('what pdfLaTeX sets needs no preamble', () => {
  expect(latexPreamble('$\\beta$ Müller Łódź “quoted” – €'.replace('€', ''))).toBe('')
})

test.each([
  ['$\\mathbb{R}$', '\\csname mathbb\\endcsname#1{\\mathbf{#1}}'],
  ['ą', '\\csname ?\\string\\k\\endcsname#1{'],
  ['đ', '\\csname ?\\string\\dj\\endcsname{'],
  [
    'ễ',
    '\\csname u8:\\detokenize{ễ}\\endcsname{\\leavevmode\\hbox{\\rlap{\\raise0.6ex\\hbox{\\~{}}}\\^{e}}}',
  ],
  ['ả', '\\endcsname{\\leavevmode\\hbox{\\rlap{\\kern.15em\\raise1ex\\hbox{\\tiny ?}}a}}'],
  ['ώ', '\\endcsname{\\ensuremath{\\acute{\\omega}}}'],
  ['Α', '\\endcsname{\\ensuremath{\\mathrm{A}}}'],
  ['∑', '\\endcsname{\\ensuremath{\\sum}}'],
  ['≤', '\\endcsname{\\ensuremath{\\leq}}'],
  ['μ', '\\endcsname{\\ensuremath{\\mu}}'],
  ['⁻', '\\endcsname{\\ensuremath{{}^{-}}}'],
  ['ℝ', '\\endcsname{\\ensuremath{\\mathbf{R}}}'],
  ['𝑥', '\\endcsname{\\ensuremath{\\mathit{x}}}'],
  ['深', '\\endcsname{[U+6DF1]}'],
  ['🌊', '\\endcsname{[U+1F30A]}'],
  ['\u200d', '\\endcsname{}'],
])('%j is defined before the entry, unless it is already', (text, definition) => {
  const preamble = latexPreamble(text)
  expect(preamble).toMatch(/^@preamble\{\{\\setbox0\\hbox\{\\vphantom\{.*\\ifcsname.*\\fi\}\}\}\}\n$/)
  expect(preamble).toContain(definition)
})

test('a preamble is no text to readers of BibTeX', () => {
  const all = 'ąđễả αβ ∑ ℝ 深 🌊 $\\mathbb{}$'
  expect(readBibtex(`${latexPreamble(all)}@misc{k, title = {T}}`)).toMatchObject([
    { key: 'k', fields: { title: 'T' } },
  ])
})
