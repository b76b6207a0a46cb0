import { expect, test } from 'vitest'
import { elsewhereOf, linksOf } from '#core/links.ts'
import { safeUrl } from '#core/safeUrl.ts'
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

test('elsewhere a paper is opened by its id, and what is a search for its title is called one', () => {
  const byId = elsewhereOf(paperWith({ title: 'A "B" & C \ud800', arxivId: '2512.05564' }))
  expect(byId.map(({ href }) => href)).toEqual([
    'https://arxiv.org/html/2512.05564',
    'https://www.alphaxiv.org/abs/2512.05564',
    'https://papers.cool/arxiv/2512.05564',
    'https://api.semanticscholar.org/arXiv:2512.05564',
    'https://scholar.google.com/scholar?q=%22A%20%22B%22%20%26%20C%20%EF%BF%BD%22',
  ])
  const byTitle = elsewhereOf(paperWith({}))
  expect(byTitle.length).toBeGreaterThan(1)
  for (const { label } of byTitle) expect(label).toMatch(/: search for the title$/)
})

test('an id is linked to where the paper can be read', () => {
  expect(linksOf(paperWith({ arxivId: 'math/0211159' })).map(({ href }) => href)).toEqual([
    'https://arxiv.org/abs/math/0211159',
    'https://arxiv.org/pdf/math/0211159',
    'https://huggingface.co/papers/math/0211159',
  ])
})
