import { expect, test } from 'vitest'
import {
  bibtexAddress,
  bibtexCategories,
  bibtexKeywords,
  bibtexText,
  withoutOuterBraces,
} from '#core/sources/bibtexText.ts'

test.each([
  ['  The\n {BERT} Model ', 'The BERT Model'],
  ['{The {BERT} Model}', 'The BERT Model'],
  ['\\emph{{A} b}', '\\emph{A b}'],
  ['\\frac{a}{b} {C}', '\\frac{a}{b} C'],
  ['{\\bf bold} {Words}', '{\\bf bold} Words'],
  ['x^{2} y_{i} \\_{Z}', 'x^{2} y_{i} \\_Z'],
  ['a} {B}', 'a} B'],
  ['On $x_{{i}}$ and {BERT}', 'On $x_{{i}}$ and BERT'],
  ['{For \\$5, {not} \\$6}', 'For \\$5, not \\$6'],
  ['M{\\"u}ller and Fran\\c{c}ois', 'Müller and François'],
  ['1 {\\textless} 2 \\textgreater{} 0', '1 < 2 > 0'],
  ['a \\textbar b\\textbar', 'a |b|'],
  ['\\textbraceleft{}x{\\textbraceright}', '\\{x\\}'],
  ['\\textbf{x} \\textdegree C', '\\textbf{x} °C'],
  ['\\textbf{x} \\textunknown C', '\\textbf{x} \\textunknown C'],
  ["{Nguy{\\~{\\^e}}n} and {\\^{\\~e}}, \\d{\\^o}, {\\'{\\i}}, \\'\\i x", 'Nguyễn and ễ, ộ, í, íx'],
  ['\\v{s}\\v S {\\ss} \\SS{} \\h{a} {\\c c}', 'šŠ ß ẞ ả ç'],
  ["\\'{m} \\={x} {\\^{}}", 'ḿ x\u0304 ^'],
  // Of Zotero, Mendeley and Better BibTeX: TeX that was escaped like words.
  [
    'Understanding \\$\\textbackslash mathcal\\{V\\}\\$-Usable Tides',
    'Understanding $\\mathcal{V}$-Usable Tides',
  ],
  ['{\\$}{\\textbackslash}alpha{\\_}{\\{}i{\\}}{\\$}, 5{\\%}', '$\\alpha_{i}$, 5%'],
  ['\\$\\textbackslash mathcal\\{\\vphantom{\\}}O\\vphantom{\\{}\\}\\$', '$\\mathcal{O}$'],
  ['$\\backslash$textbf{\\{}x{\\}}', '\\textbf{x}'],
  ['\\$k\\$-means in \\$O(n)\\$', '$k$-means in $O(n)$'],
  ['x{\\textasciicircum}2, {\\textasciitilde}10, \\^{}3', 'x^2, ~10, ^3'],
  ['\\$5 alone', '\\$5 alone'],
  ['\\$5 and \\$6', '\\$5 and \\$6'],
  ['\\$5-\\$6', '\\$5-\\$6'],
  // Entities of HTML.
  ['Too Big? \\&\\#x1f30a; \\&\\#127754;', 'Too Big? 🌊 🌊'],
  ['tides\\&nbsp; (LT): p \\&lt; 0.05', 'tides (LT): p < 0.05'],
  ['a \\&amp;lt; b &amp;amp; c {\\&}gt; d', 'a < b \\& c > d'],
  ['M&uuml;ller &mdash; &beta;&#8211;&#x3b1;', 'Müller — β–α'],
  ['AT\\&T; &unknown; &#xd800; &#0;', 'AT\\&T; &unknown; &#xd800; &#0;'],
  ['5&#37; of &#36;6', '5\\% of \\$6'],
])('the title %j reads %j', (value, text) => {
  expect(bibtexText(value)).toBe(text)
})

test.each([
  [' https://a.example/b ', 'https://a.example/b'],
  ['\\url{https://a.example/b}', 'https://a.example/b'],
  ['\\path{https://a.example/b}', 'https://a.example/b'],
  ['https://a.example/{B}\\_c\\%20\\#d', 'https://a.example/B_c%20#d'],
  ['https://a.example/{\\textasciitilde}me', 'https://a.example/~me'],
  ['https://a.example/{\\textasciitilde}{me}', 'https://a.example/~me'],
  ['https://a.example/\\textasciitilde{}me', 'https://a.example/~me'],
  ['https://a.example/\\textasciitilde  me', 'https://a.example/~me'],
  ['https://a.example/$\\sim$me', 'https://a.example/~me'],
  ['https://a.example/\\~me', 'https://a.example/~me'],
])('the address %j is %s', (value, address) => {
  expect(bibtexAddress(value)).toBe(address)
})

test.each([
  ['a, {b; c}; d', ['a', 'b; c', 'd']],
  ['R\\&D,, {}; CO_{2} capture', ['R&D', 'CO_2 capture']],
  ['a\\, b', ['a\\, b']],
  ['{Tides; Caches; Slow\n memory}', ['Tides', 'Caches', 'Slow memory']],
  ['', []],
])('the list %j has the keywords %j', (value, keywords) => {
  expect(bibtexKeywords(value)).toEqual(keywords)
})

test.each([
  ['cs, stat', ['cs', 'stat']],
  ['{cs.CL}', ['cs.CL']],
  ['cond-mat.mtrl-sci; math.GT', ['cond-mat.mtrl-sci', 'math.GT']],
  ['Computer Science', []],
])('%j are the categories %j', (value, categories) => {
  expect(bibtexCategories(value)).toEqual(categories)
})

test.each([
  ['{{a} {b}}', '{a} {b}'],
  ['{a} {b}', '{a} {b}'],
  ['{{a}}', 'a'],
  ['{a\\}', '{a\\}'],
])('%j without its outer braces is %j', (value, inner) => {
  expect(withoutOuterBraces(value)).toBe(inner)
})
