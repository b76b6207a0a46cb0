import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MathElement, mathml } from '#app/paper/mathml.ts'

const setIn = (tex: string) => mathml({ source: `$${tex}$`, tex, displayed: false })

const everyElement = (element: MathElement): MathElement[] => [
  element,
  ...element.children.flatMap(child => (typeof child === 'string' ? [] : everyElement(child))),
]

const textOf = ({ children }: MathElement): string =>
  children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')

test('a formula becomes MathML that says where it comes from', () => {
  const math = setIn('\\frac{a}{b_1}')
  expect(math?.name).toBe('math')
  expect(math?.attributes).toEqual({ alttext: '$\\frac{a}{b_1}$' })
  expect(math && everyElement(math).map(({ name }) => name)).toContain('mfrac')
  expect(math && textOf(math)).toBe('ab1')
  expect(mathml({ source: '$$x$$', tex: 'x', displayed: true })?.attributes.display).toBe('block')
})

test.each([
  '\\unknown{x}',
  '\\frac{',
  'x}',
  '\\begin{nothing}x\\end{nothing}',
  '\\def\\a{\\a\\a}\\a',
  'x__1',
])('%s is not understood and not set', tex => {
  expect(setIn(tex)).toBeUndefined()
})

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{javascript:alert(1)}',
  '\\includegraphics{https://example.org/x.png}',
  '\\htmlData{x=y}{z}',
  '\\htmlClass{x}{y}',
  '\\htmlStyle{color:red}{y}',
  '\\text{<img src=x onerror=alert(1)>}',
  '\\rule{9999em}{9999em}',
  '\\color{red}x',
])('%s links, loads and runs nothing', tex => {
  for (const { name, attributes } of everyElement(
    setIn(tex) ?? { name: 'none', attributes: {}, children: [] },
  )) {
    expect(name).toMatch(/^(?:none|math|m[a-z]+)$/)
    for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|href|src|style|class/)
  }
})

test('whatever TeX is given, it is set or not, and ends [row 6]', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '^',
      '_',
      'x',
      '1',
      '&',
      '\\\\',
      '\\frac',
      '\\sqrt',
      '\\left(',
      '\\right)',
      '\\text{',
      '\\def\\a',
      '\\a',
    ],
    '\\begin{matrix}',
    '\\end{matrix}',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const math = setIn(pieces.join(''))
      expect(math === undefined || math.name === 'math').toBe(true)
    }),
  )
  for (const bomb of [
    '{'.repeat(1_000) + '}'.repeat(1_000),
    '\\sqrt{'.repeat(300),
    'x^{'.repeat(500),
    '\\edef\\a{\\a\\a}\\a',
  ])
    expect(setIn(bomb)?.name ?? 'math').toBe('math')
})
