import { expect, test } from 'vitest'
import { linksOf, safeUrl } from '#core/links.ts'
import { paperWith } from '../fixtures/paper.ts'

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:x',
  'java\tscript:x',
  'data:text/html,x',
  '//evil',
  '\\\\evil',
  'https:///',
  'blob:x',
  '',
])('%j is no address to follow', text => {
  expect(safeUrl(text)).toBeUndefined()
})

test('a paper without arXiv id is offered as a search for its title, labelled so', () => {
  const links = linksOf(
    paperWith({ title: 'Who & what?', codeUrls: ['https://github.com/a/b', 'javascript:x'] }),
  )
  expect(links).toEqual([
    {
      label: 'Search arXiv for the title',
      href: 'https://arxiv.org/search/?query=Who%20%26%20what%3F&searchtype=title',
    },
    { label: 'Code', href: 'https://github.com/a/b' },
  ])
})

test('an id is linked to where the paper can be read', () => {
  expect(linksOf(paperWith({ arxivId: 'math/0211159' })).map(({ href }) => href)).toEqual([
    'https://arxiv.org/abs/math/0211159',
    'https://arxiv.org/pdf/math/0211159',
    'https://huggingface.co/papers/math/0211159',
  ])
})
