import { expect, test } from 'vitest'
import { addressList, footnoteLines } from '#core/sources/pageFootnotes.ts'

const SITE = 'https://papers.example'
const list = (...numbers: number[]) => ({
  start: 1,
  urls: new Map(numbers.map(number => [number, `${SITE}/${number}`])),
})

test.each([
  [
    'references',
    ['Text', ' ', 'References', '', `  1. ${SITE}/1`, ' \t', `[22] ${SITE}/22 `, ' '],
    2,
    [1, 22],
  ],
  ['links', ['Text', 'Visible links:', `1. ${SITE}/1`, ' hidden LINKS: ', `2. ${SITE}/2`], 1, [1, 2]],
  ['addresses without a head', ['Text', `[3]${SITE}/3`], 1, [3]],
  ['nothing else', [`[1] ${SITE}/1`, `[2] ${SITE}/2`], 0, [1, 2]],
  ['text behind the addresses', [`[1] ${SITE}/1`, 'Text'], 2, []],
  ['addresses in the text', [`[1] ${SITE}/1`, 'Text', `[2] ${SITE}/2`], 2, [2]],
  ['an address without a number', ['Text', `${SITE}/1`], 2, []],
  ['no line', [], 0, []],
])('of a page with %s the list of addresses is known', (_, lines, start, numbers) => {
  expect(addressList(lines)).toEqual({ start, urls: list(...numbers).urls })
})

test.each([
  ['[1]A Title', 'A Title', [1]],
  ['Oct 11[1]3', 'Oct 11 3', [1]],
  ['See ([1]here), [2]there', 'See (here), there', [1, 2]],
  ['é[1]x', 'é x', [1]],
  ['[2]Two [1]one [2]two', 'Two [1]one [2]two', [2]],
  ['[10]Ten [20]twenty', 'Ten twenty', [10, 20]],
  ['[11]Eleven', '[11]Eleven', []],
  ['[1]One [12]twelve', 'One [12]twelve', [1]],
  ['As in [3], [1]one', 'As in [3], one', [1]],
  ['[IMG][image][1]A [logo.PNG]Title', 'A Title', [1]],
  ['  * [1]3 authors', '3 authors', [1]],
  ['a * b', 'a * b', []],
])('%j without the numbers of its links is %j', (line, text, numbers) => {
  const { start, urls } = list(1, 2, 10, 11, 12, 20)
  expect(footnoteLines([line, `[1] ${SITE}/1`], { start, urls })).toEqual({
    lines: [{ text, line: 1 }],
    links: numbers.map(number => ({ line: 1, url: `${SITE}/${number}` })),
  })
})

test('numbers of links ascend from line to line', () => {
  const { urls } = list(1, 2, 3)
  expect(footnoteLines(['[1]One', '', '[2]Two', '[1]One'], { start: 4, urls })).toEqual({
    lines: [
      { text: 'One', line: 1 },
      { text: '', line: 2 },
      { text: 'Two', line: 3 },
      { text: '[1]One', line: 4 },
    ],
    links: [
      { line: 1, url: `${SITE}/1` },
      { line: 3, url: `${SITE}/2` },
    ],
  })
})
