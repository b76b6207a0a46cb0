import { expect, test } from 'vitest'
import type { AuthorName } from '#core/papers/authorNames.ts'
import { displayName } from '#core/papers/displayName.ts'
import { bibtexNames } from '#core/sources/bibtexNames.ts'

const A = { family: 'Example', given: 'Ada' }
const BERG = { family: 'Berg', given: 'Ada', particle: 'van der' }

test.each<[string, string[], AuthorName[]]>([
  ['Example, Ada', ['Ada Example'], [A]],
  ['Ada Example', ['Ada Example'], []],
  ['Kim, Lab', ['Lab Kim'], [{ family: 'Kim', given: 'Lab' }]],
  ['Prado Muestra, Lucía', ['Lucía Prado Muestra'], [{ family: 'Prado Muestra', given: 'Lucía' }]],
  [
    '{Campos dos Exemplos}, Rui',
    ['Rui Campos dos Exemplos'],
    [{ family: 'Campos dos Exemplos', given: 'Rui' }],
  ],
  [
    'Campos dos Exemplos, Rui',
    ['Rui Campos dos Exemplos'],
    [{ family: 'Campos dos Exemplos', given: 'Rui' }],
  ],
  ['Lucía {Prado Muestra}', ['Lucía Prado Muestra'], [{ family: 'Prado Muestra', given: 'Lucía' }]],
  ['{Jean Luc} Example', ['Jean Luc Example'], []],
  // Particles, suffixes.
  ['van der Berg, Ada', ['Ada van der Berg'], [BERG]],
  ['{van der} Berg, Ada', ['Ada van der Berg'], [{ family: 'van der Berg', given: 'Ada' }]],
  ['{van der Berg}, Ada', ['Ada van der Berg'], [{ family: 'van der Berg', given: 'Ada' }]],
  ['Ada {van der} Berg', ['Ada van der Berg'], [{ family: 'van der Berg', given: 'Ada' }]],
  ['Van der Berg, Ada', ['Ada Van der Berg'], [{ family: 'Van der Berg', given: 'Ada' }]],
  ['Ada van der Berg', ['Ada van der Berg'], []],
  [
    "'t Berg, Ada and d'Example, Ada",
    ["Ada 't Berg", "Ada d'Example"],
    [
      { family: 'Berg', given: 'Ada', particle: "'t" },
      { family: "d'Example", given: 'Ada' },
    ],
  ],
  [
    'Example, Jr., Ada and Example, Ada, Jr. and Example III, Ada',
    ['Ada Example Jr.', 'Ada Example Jr.', 'Ada Example III'],
    [
      { ...A, suffix: 'Jr.' },
      { ...A, suffix: 'Jr.' },
      { ...A, suffix: 'III' },
    ],
  ],
  ['Ada Example, Jr.', ['Ada Example Jr.'], []],
  // biblatex' own format.
  [
    'family=Vries, given=Hugo, prefix=de, useprefix=true',
    ['Hugo de Vries'],
    [{ family: 'Vries', given: 'Hugo', particle: 'de' }],
  ],
  [
    'given = {Ada}, prefix={van der} , family="Berg",suffix=Jr.',
    ['Ada van der Berg Jr.'],
    [{ ...BERG, suffix: 'Jr.' }],
  ],
  ['Family=Example, Given=Ada, given-i=A', ['Ada Example'], [A]],
  ['family={Example Lab}', ['Example Lab'], [{ literal: 'Example Lab' }]],
  // Braces of their own: no person.
  [
    '{Example Lab} and {{Lab of Tides and Caches}}',
    ['Example Lab', 'Lab of Tides and Caches'],
    [{ literal: 'Example Lab' }, { literal: 'Lab of Tides and Caches' }],
  ],
  [
    '{Example, Inc.} and Example, Inc.',
    ['Example, Inc.', 'Example, Inc.'],
    [{ literal: 'Example, Inc.' }, { literal: 'Example, Inc.' }],
  ],
  // Accents, markup, entities.
  [
    'Nguy{\\~{\\^e}}n, An and D{\\textquotesingle}Example, Jo',
    ['An Nguyễn', 'Jo D’Example'],
    [
      { family: 'Nguyễn', given: 'An' },
      { family: 'D’Example', given: 'Jo' },
    ],
  ],
  [
    "{\\'I}x, A and {\\'{\\i}}x, B and {\\v{S}}x, C and {\\O}x, D and Ma{\\ss}, E and \\uppercase{e}x, F",
    ['A Íx', 'B íx', 'C Šx', 'D Øx', 'E Maß', 'F Ex'],
    [
      { family: 'Íx', given: 'A' },
      { family: 'íx', given: 'B' },
      { family: 'Šx', given: 'C' },
      { family: 'Øx', given: 'D' },
      { family: 'Maß', given: 'E' },
      { family: 'Ex', given: 'F' },
    ],
  ],
  [
    '{\\relax Yu}ri, K and \\textbf{Bo Sample} and {\\textbf{Bo Sample}} and {\\bf Bo Sample}',
    ['K Yuri', 'Bo Sample', 'Bo Sample', 'Bo Sample'],
    [{ family: 'Yuri', given: 'K' }],
  ],
  [
    '\\emph{Example, Ada} and \\underline{\\textbf{Example}}, Ada$^{1,*}$ and Example\\textsuperscript{*}, \\foo{Ada}',
    ['Ada Example', 'Ada Example', 'Ada Example'],
    [A, A, A],
  ],
  ['{\\noopsort{Berg}}{van der Berg}, Ada', ['Ada van der Berg'], [{ family: 'van der Berg', given: 'Ada' }]],
  [
    'M&uuml;x, A.~B. and O\\&\\#39;Example, C.\\,D.',
    ['A. B. Müx', "C. D. O'Example"],
    [
      { family: 'Müx', given: 'A. B.' },
      { family: "O'Example", given: 'C. D.' },
    ],
  ],
  ['Example, Ada 0001 and Ada Example 0002', ['Ada Example', 'Ada Example'], [A]],
  // Otherwise joined.
  ['A\n  AND B and{} C', ['A', 'B and C'], []],
  ['A and and {} and B and', ['A', 'B'], []],
  ['Example, Ada; Example, Ada', ['Ada Example', 'Ada Example'], [A, A]],
  ['Ada Example, Bo Sample, Cy Test', ['Ada Example', 'Bo Sample', 'Cy Test'], []],
  ['Example, Ada,', ['Ada Example'], [A]],
  [
    'Band, Andy and C Others and Others, B.',
    ['Andy Band', 'C Others', 'B. Others'],
    [
      { family: 'Band', given: 'Andy' },
      { family: 'Others', given: 'B.' },
    ],
  ],
  ['', [], []],
])('the list %j has the names %j', (value, names, divided) => {
  expect(bibtexNames(value)).toEqual({ names, divided, isWhole: true, unreadable: [] })
})

test.each(['and others', 'and Others and', 'and {Others}', 'and {et al.}', 'and \\textit{et al}', 'et al.'])(
  'a list that goes on with “%s” is not whole',
  end => {
    expect(bibtexNames(`Example, Ada ${end}`)).toMatchObject({ names: ['Ada Example'], isWhole: false })
  },
)

test('each division belongs to a name of the list', () => {
  const { names, divided } = bibtexNames(
    'van der Berg, Jr., Ada and {Lab} and family=Vries, given=Hugo, prefix=de and Example, Ada and Bo Sample',
  )
  expect(divided.map(displayName)).toEqual(names.slice(0, 4))
})

test('a name of too many parts is said to be unreadable', () => {
  expect(bibtexNames('A and B, C, D, E and F')).toMatchObject({
    names: ['A', 'F'],
    unreadable: ['B, C, D, E'],
  })
})
