import { expect, test } from 'vitest'
import { arxivIdsOf, pageLines } from '#core/sources/pageLinks.ts'

const SITE = 'https://papers.example'
const PAPER = `${SITE}/papers/2512.00001`
const COMMENTS = `${PAPER}#community`
const LAB = `${SITE}/tiny-lab`

/** The lines of a page in which each address has a line of its own, one of a paper first. */
const linesOf = (...lines: string[]) =>
  pageLines(['A Title', PAPER, ...lines].join('\n'))
    .lines.slice(1)
    .map(({ text }) => text)

test('plain text has its lines and no links, and one blank line for all in a row', () => {
  expect(pageLines('One\n\n\n\n 2 \n\t\n\nThree')).toEqual({
    lines: [
      { text: 'One', line: 1 },
      { text: '', line: 2 },
      { text: ' 2 ', line: 5 },
      { text: '\t', line: 6 },
      { text: '', line: 7 },
      { text: 'Three', line: 8 },
    ],
    links: [],
  })
})

test.each(['\n', '\r\n', '\r'])('%j ends a line', end => {
  expect(pageLines(`One${end}${end}Two`).lines).toEqual([
    { text: 'One', line: 1 },
    { text: '', line: 2 },
    { text: 'Two', line: 3 },
  ])
})

test('addresses of the site stand behind the texts of their links, and are no lines', () => {
  expect(pageLines(`A Title\n\n<${PAPER}>\nTiny Lab\n \t\n  ${LAB} \n(${SITE}/login)`)).toEqual({
    lines: [
      { text: 'A Title', line: 1 },
      { text: '', line: 2 },
      { text: 'Tiny Lab', line: 4 },
      { text: ' \t', line: 5 },
    ],
    links: [
      { line: 1, url: PAPER },
      { line: 4, url: LAB },
      { line: 4, url: `${SITE}/login` },
    ],
  })
})

test.each([
  'https://github.com/lab/code',
  'https:///papers/2512.00001',
  `See ${PAPER}`,
  `${PAPER} and more`,
  'http://papers.example/papers/2512.00001x',
])('an address that is not of the site, or not alone, stays: %s', line => {
  expect(linesOf(line)).toEqual([line])
})

test.each([`${SITE}/papers/trending`, `${SITE}/2512.00001`, `${SITE}/a/papers/2512.00001`])(
  'without the address of a paper no address is of the site: %s',
  line => {
    expect(pageLines(line)).toEqual({ lines: [{ text: line, line: 1 }], links: [] })
  },
)

test.each([
  ['a number', ['Dec 9', '6', COMMENTS], ['Dec 9 6']],
  ['a number of several digits', ['Dec 9, 2024', '123456', COMMENTS], ['Dec 9, 2024 123456']],
  ['a number with blanks and blank lines', [' Dec 9 ', '', ' 6 ', COMMENTS], ['Dec 9 6', '']],
  ['a number with several links', ['Dec 9', '6', COMMENTS, LAB], ['Dec 9 6']],
  ['no number with another link', ['Dec 9', '6', PAPER], ['Dec 9', '6']],
  ['no number without a link', ['Dec 9', '6'], ['Dec 9', '6']],
  ['no number behind anything else', ['·', '6', COMMENTS], ['·', '6']],
  ['no number of seven digits', ['Dec 9', '1234567', COMMENTS], ['Dec 9', '1234567']],
  ['no number with a word behind it', ['Dec 9', '6 comments', COMMENTS], ['Dec 9', '6 comments']],
  ['no number with a sign before it', ['Dec 9', '+6', COMMENTS], ['Dec 9', '+6']],
  ['no words', ['Dec 9', 'Discussion', COMMENTS], ['Dec 9', 'Discussion']],
])('%s counts the comments behind a date', (_, lines, expected) => {
  expect(linesOf(...lines)).toEqual(expected)
})

test('a number that stands first on a page counts nothing', () => {
  expect(pageLines(`6\n${COMMENTS}`).lines).toEqual([{ text: '6', line: 1 }])
})

test.each([
  ['a name', ['Tiny Lab', LAB, '·'], ['tiny-lab Tiny Lab', '·']],
  ['a name with blanks', [' Tiny Lab ', LAB, '·'], ['tiny-lab Tiny Lab', '·']],
  ['a name with a byline behind it', ['Tiny Lab', LAB, ' · Dec 9'], ['tiny-lab Tiny Lab', ' · Dec 9']],
  ['a name with several links', ['Tiny Lab', PAPER, LAB, '·'], ['tiny-lab Tiny Lab', '·']],
  ['a name two lines before the dot', ['Tiny Lab', LAB, '', ' ', '·'], ['tiny-lab Tiny Lab', '', ' ', '·']],
  ['no name farther from it', ['Tiny Lab', LAB, '', ' ', '\t', '·'], ['Tiny Lab', '', ' ', '\t', '·']],
  ['no name that has it', ['tiny-lab Tiny Lab', LAB, '·'], ['tiny-lab Tiny Lab', '·']],
  ['a name that begins with it', ['tiny-labs', LAB, '·'], ['tiny-lab tiny-labs', '·']],
  ['a name that is the same', ['tiny-lab', LAB, '·'], ['tiny-lab tiny-lab', '·']],
  ['no text elsewhere', ['Tiny Lab', LAB, 'Dec 9 ·'], ['Tiny Lab', 'Dec 9 ·']],
  ['no text at the end', ['Tiny Lab', LAB], ['Tiny Lab']],
  ['no name of a paper', ['3 authors', PAPER, '·'], ['3 authors', '·']],
  ['no name without a link', ['Tiny Lab', '·'], ['Tiny Lab', '·']],
])('the slug of an organisation is put before %s', (_, lines, expected) => {
  expect(linesOf(...lines)).toEqual(expected)
})

test('Markdown and numbered links say the same', () => {
  const lines = [
    { text: 'A Title', line: 1 },
    { text: 'tiny-lab Tiny Lab', line: 2 },
    { text: '·', line: 3 },
    { text: 'Dec 9 6', line: 4 },
  ]
  const markdown = `### [A Title](${PAPER})\n[Tiny Lab](${LAB})\n·\nDec 9\n[6](${COMMENTS})`
  expect(pageLines(markdown).lines).toEqual(lines)
  const numbered = `[1]A Title\n[2]Tiny Lab\n·\nDec 9\n[3]6\n\n1. ${PAPER}\n2. ${LAB}\n3. ${COMMENTS}`
  expect(pageLines(numbered).lines).toEqual([...lines, { text: '', line: 6 }])
})

test('addresses may leave out the site', () => {
  expect(pageLines('# Daily Papers\n[A Title](/papers/2512.00001)\n[Tiny Lab](/tiny-lab)\n·')).toEqual({
    lines: [
      { text: 'Daily Papers', line: 1 },
      { text: 'A Title', line: 2 },
      { text: 'tiny-lab Tiny Lab', line: 3 },
      { text: '·', line: 4 },
    ],
    links: [
      { line: 2, url: '/papers/2512.00001' },
      { line: 3, url: '/tiny-lab' },
    ],
  })
})

const paper = (line: number, id: string) => ({ line, url: `${SITE}/papers/${id}` })

test.each([
  ['a link of the title', [paper(1, '2512.00001')], ['2512.00001', undefined]],
  ['a link of the abstract', [paper(4, '2512.00001')], ['2512.00001', undefined]],
  ['the first of several', [paper(2, '2512.00001'), paper(3, '2512.00002')], ['2512.00001', undefined]],
  ['not a link of the next title', [paper(5, '2512.00002')], [undefined, '2512.00002']],
  ['a link of the comments', [paper(2, '2512.00001#community')], ['2512.00001', undefined]],
  [
    'each a link of its own',
    [paper(1, '2512.00001'), paper(3, '2512.00001'), paper(9, '2512.00002')],
    ['2512.00001', '2512.00002'],
  ],
  [
    'whatever else is linked there',
    [paper(1, 'trending'), { line: 1, url: LAB }, paper(2, '2512.00001/x'), paper(3, '2512.00001')],
    ['2512.00001', undefined],
  ],
  ['nothing where nothing is linked', [], [undefined, undefined]],
])('titles in the lines 1 and 5 have the arXiv ids of %s', (_, links, ids) => {
  expect(arxivIdsOf(links, [1, 5])).toEqual(ids)
})

test('a link before the first title is of none', () => {
  expect(arxivIdsOf([paper(1, '2512.00001')], [2, 3])).toEqual([undefined, undefined])
})
