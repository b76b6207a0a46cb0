import { expect, test } from 'vitest'
import { bibtexAddress, bibtexKeywords, bibtexNames, bibtexText } from '#core/sources/bibtexText.ts'

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
  ['\\textbf{x} \\textdegree C', '\\textbf{x} \\textdegree C'],
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
  ['Family, Given', ['Given Family']],
  ['Given Family and Family, Jr, Given', ['Given Family', 'Given Family Jr']],
  ['A\n  AND B and{} C', ['A', 'B and C']],
  ['{{A} and B} and C', ['A and B', 'C']],
  ['{A, B} and C} and D', ['A, B', 'C', 'D']],
  ['A and and {} and B and', ['A', 'B']],
  ['Band, Andy', ['Andy Band']],
  ['{van~der} A, B.~C. and D\\&E 0001', ['B. C. van der A', 'D&E']],
  ['A 0001 B and C 001', ['A 0001 B', 'C 001']],
  ['A and Others, B. and C Others', ['A', 'B. Others', 'C Others']],
  ['A and Others, B.', ['A', 'B. Others']],
  ['', []],
])('the list %j has the names %j, and is whole', (value, names) => {
  expect(bibtexNames(value)).toEqual({ names, isWhole: true, unreadable: [] })
})

test.each(['A and others', 'A and Others and', 'A and et al.', 'A and et al'])(
  'the list %j is not whole',
  value => {
    expect(bibtexNames(value)).toEqual({ names: ['A'], isWhole: false, unreadable: [] })
  },
)

test('a name of too many parts is said to be unreadable', () => {
  expect(bibtexNames('A and B, C, D, E and F')).toEqual({
    names: ['A', 'F'],
    isWhole: true,
    unreadable: ['B, C, D, E'],
  })
})

test.each([
  ['a, {b; c}; d', ['a', 'b; c', 'd']],
  ['R\\&D,, {}; CO_{2} capture', ['R&D', 'CO_2 capture']],
  ['a\\, b', ['a\\, b']],
  ['', []],
])('the list %j has the keywords %j', (value, keywords) => {
  expect(bibtexKeywords(value)).toEqual(keywords)
})
