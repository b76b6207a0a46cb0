// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InitialData } from '#app/state/initialData.ts'
import { coinsOf } from '#core/cite/coins.ts'
import { headOfFront } from '#core/site/pageHeads.ts'
import { headOfPaper } from '#core/site/paperHead.ts'
import { documentOf } from '#site/pages/html.ts'
import { paperWith } from '../../fixtures/paper.ts'

const TEMPLATE = `<!doctype html>
<html lang="en">
  <head>
    <title>Template</title>
    <meta
      name="description"
      content="Of the template"
    />
  </head>
  <body><div id="root"></div></body>
</html>`

const SITE = { address: 'https://example.org/', name: 'Broadsheet' }

function pageOf(title: string, abstract: string): Document {
  const paper = paperWith({ title, abstract, authors: [title] })
  const first = { corpus: { papers: 1 }, named: [], paper }
  const html = documentOf(TEMPLATE, headOfPaper(paper, SITE), '<p>Body $& $1</p>', '/paper/a-paper', first)
  return new DOMParser().parseFromString(html, 'text/html')
}

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; & ]]> {{x}} $& $1 %00',
  'שלום \u202Eabc\u2066',
  'x'.repeat(300),
]

test.each(HOSTILE)('a paper called %s is named so, and does nothing', title => {
  const page = pageOf(title, title)
  expect(page.title).toBe(`${title} · Broadsheet`)
  expect(page.querySelectorAll('title, meta[name="description"]')).toHaveLength(2)
  expect(page.querySelector('meta[name="citation_title"]')?.getAttribute('content')).toBe(title)
  expect([...page.scripts].map(({ type }) => type)).toEqual(['application/ld+json', 'application/json'])
  expect(page.querySelectorAll('img, [onerror], [onmouseover]')).toHaveLength(0)
  expect(page.getElementById('root')?.textContent).toBe('Body $& $1')
  expect(page.documentElement.dataset.path).toBe('/paper/a-paper')
  expect(JSON.parse(page.getElementById('initial-data')?.textContent ?? '')).toMatchObject({
    paper: { title },
  })
})

test('any text comes through whole, in the head as in the data [row 1]', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const page = pageOf(text, text)
      // A parser drops the line break that a text begins with nowhere but in `pre`; it turns CR into LF.
      const read = text.replace(/\r\n?/g, '\n')
      expect(page.querySelector('meta[name="citation_author"]')?.getAttribute('content')).toBe(read)
      expect(JSON.parse(page.getElementById('initial-data')?.textContent ?? '').paper.title).toBe(text)
      expect(JSON.parse(page.scripts[0]?.textContent ?? '').headline).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test('a list names its papers to reference managers, whatever they are called', () => {
  const papers = HOSTILE.map((title, at) => paperWith({ id: `paper-${at}`, title }))
  const response = {
    hits: papers.map(paper => ({ paper, tier: 1, score: null, marks: { title: [], abstract: [] } })),
  }
  const first = { corpus: { papers: 8 }, named: [], list: { key: '', response } } as unknown as InitialData
  const html = documentOf(TEMPLATE, headOfFront(undefined, SITE), '', '/', first)
  const page = new DOMParser().parseFromString(html, 'text/html')
  const listed = [...page.querySelectorAll<HTMLElement>('#listed[hidden] > span.Z3988[title]')]
  expect(listed.map(({ title }) => title)).toEqual(papers.map(coinsOf))
  expect(listed.map(({ title }) => new URLSearchParams(title).get('rft.title'))).toEqual(HOSTILE)
})

test('a template without a place for the page is refused', () => {
  const first = { corpus: { papers: 0 }, named: [] }
  const head = headOfPaper(paperWith({}), SITE)
  expect(() => documentOf('<html></html>', head, '', '/', first)).toThrow('index.html has no place for pages')
})
