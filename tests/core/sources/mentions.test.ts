import { expect, test } from 'vitest'
import { linkText, mentionsIn } from '#core/sources/mentions.ts'

const found = (text: string) => mentionsIn(text).map(({ arxivId, doi, title }) => [arxivId ?? doi, title])

test.each([
  ['- [Moons](https://arxiv.org/pdf/2510.00001v3.pdf)', [['2510.00001', 'Moons']]],
  [
    '**Moons of Bread** ([paper](http://arxiv.org/abs/2510.00001), [code](https://github.com/a/b))',
    [['2510.00001', 'Moons of Bread']],
  ],
  [
    'Moons and their tides. [[arXiv]](https://ar5iv.org/abs/2510.00001)',
    [['2510.00001', 'Moons and their tides']],
  ],
  [
    'see arXiv:2510.00001v2, and arxiv: math/0211159.',
    [
      ['2510.00001', undefined],
      ['math/0211159', undefined],
    ],
  ],
  ['* 2510.00001', [['2510.00001', undefined]]],
  ['https://browse.arxiv.org/html/2510.00001v1', [['2510.00001', undefined]]],
  ['https://arxiv.org/src/2510.00001', [['2510.00001', undefined]]],
  ['<a href="https://hf.co/papers/2510.00001">Moons</a>', [['2510.00001', undefined]]],
  [
    'doi:10.1000/One. And https://doi.org/10.48550/arXiv.2510.00001',
    [
      ['10.1000/one', undefined],
      ['2510.00001', undefined],
    ],
  ],
  [
    '[A](https://arxiv.org/abs/2510.00001) [B](https://arxiv.org/abs/2510.00002)',
    [
      ['2510.00001', 'A'],
      ['2510.00002', 'B'],
    ],
  ],
  ['arXiv:2510.00001\n[Moons](https://arxiv.org/abs/2510.00001)', [['2510.00001', 'Moons']]],
  ['The number 2510.00001 and 1234.56789, arXiv:2513.00001, https://arxiv.org/list/cs.CL', []],
  ['Nothing here.', []],
])('%j names its papers', (text, papers) => {
  expect(found(text)).toEqual(papers)
})

test.each(['arXiv:', '[', '[a](', '10.1000/', '“', '*', 'arxiv.org/abs/'])('200 kB of %s are read', part => {
  expect(mentionsIn(part.repeat(200_000 / part.length)).length).toBeLessThan(3)
})

test.each([
  ['See arXiv:2510.00001.', 0.05],
  ['{"a": "arXiv:2510.00001"', 0],
  ['<?xml version="1.0"?><a>arXiv:2510.00001</a>', 0],
  ['A letter.', 0],
])('%j is a text with ids with sureness %s', (text, score) => {
  expect(linkText.detect(text, 'a.txt')).toBe(score)
})

test.each([
  ['See 2312.10997, 2106.09685v2 and (hep-th/9901001).', ['2312.10997', '2106.09685', 'hep-th/9901001']],
  ['Old: 0706.1234; new: math.GT/0309136', ['0706.1234', 'math.GT/0309136']],
  ['$2312.10997, 2312.10997 EUR, 2312.10997%, 12312.10997, 2312.109971, 1.2312.10997', []],
  ['version 2312.10997, v2312.10997, 2312.10997.1, 2312.1099, 1312.10997, foo/9901001', []],
])('ids without an address in %j', (text, ids) => {
  expect(mentionsIn(text).map(({ arxivId }) => arxivId)).toEqual(ids)
})

test('an id that cannot be one is named with its line', () => {
  const text = 'See arXiv:2510.00001\nand https://arxiv.org/abs/9999.99999'
  const message = '“9999.99999” left out: not an arXiv id, as the third and fourth digit are no month'
  const problems = [{ where: 'line 2', message, dropped: true }]
  expect(linkText.read(text, { name: 'a.md' })).toMatchObject({ mentions: ['2510.00001'], problems })
  expect(linkText.detect('https://arxiv.org/abs/9999.99999', 'a.md')).toBeGreaterThan(0)
})
