// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { citationsOf } from '#core/cite/citation.ts'
import { citedText } from '#core/cite/citedText.ts'
import { coinsOf } from '#core/cite/coins.ts'
import { linksOf } from '#core/papers/links.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { headOfPaper } from '#core/site/paperHead.ts'
import { DEFAULT_PROFILE } from '#core/site/siteProfile.ts'
import { safeUrl } from '#core/text/safeUrl.ts'
import { atomFeed } from '#site/feeds/atom.ts'
import type { Feed } from '#site/feeds/feeds.ts'
import { jsonFeed } from '#site/feeds/jsonFeed.ts'
import { entryHtml } from '#site/pages/entryHtml.ts'
import { documentOf } from '#site/pages/html.ts'
import { render } from '#site/pages/render.tsx'
import { readBibtex, readCsv, readMarkdown, readRis } from '../core/cite/readers.ts'
import { paperWith } from '../fixtures/paper.ts'
import { validJsonFeed, validXml } from '../site/pages/validity.ts'
import { PAYLOADS } from './payloads.ts'

const SITE = { address: 'https://example.org/', name: 'Broadsheet' }

/** A paper with the payload in every field that has text. */
const paperOf = (text: string): CorpusPaper =>
  paperWith({
    title: text,
    abstract: `${text} and ${text}`,
    authors: [text, `Ana ${text}`],
    organization: { name: text, slug: text },
    codeUrls: [text],
    projectUrls: [text],
    categories: [text],
  })

const cited = PAYLOADS.filter(({ text }) => citedText(text) !== '')
const papers = cited.map(({ text }) => paperOf(text))

/** What a page has that runs, loads, covers or leads somewhere it should not. */
function harmIn(page: Document): string[] {
  const harm: string[] = []
  for (const element of page.querySelectorAll('*')) {
    const name = element.localName
    if (/^(?:iframe|object|embed|base|form|style|foreignobject|template|portal|marquee|img)$/.test(name))
      harm.push(name)
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on') || /^(?:style|srcdoc|ping|formaction|xlink:href)$/.test(attribute))
        harm.push(`${name} ${attribute}`)
      if (/^(?:href|src|action)$/.test(attribute) && !/^(?:https?:\/\/|\/(?![/\\])|#)/.test(value))
        harm.push(`${name} ${attribute}=${value}`)
    }
  }
  return harm
}

/** Its elements alone: what a payload adds would be among them. */
const idsIn = (page: Document): string[] =>
  [...page.querySelectorAll('[id], [name]')].map(
    element => element.id || (element.getAttribute('name') as string),
  )

test('there are at least 100 payloads, each once, and those that were holes once name them', () => {
  expect(PAYLOADS.length).toBeGreaterThan(100)
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length)
  expect(PAYLOADS.filter(({ cve }) => cve).length).toBeGreaterThan(10)
})

test('none of the addresses is followed, nor a text that is no address [row 2]', () => {
  expect(PAYLOADS.filter(({ text }) => safeUrl(text) !== undefined)).toEqual([])
  for (const paper of papers)
    expect(linksOf(paper).map(({ href }) => new URL(href).origin)).toEqual(['https://arxiv.org'])
})

const TEMPLATE = '<!doctype html><html><head><title>T</title></head><body><div id="root"></div></body></html>'
const pageOf = (paper: CorpusPaper): Document => {
  const first = { corpus: { papers: 1 }, named: [], paper }
  const drawn = render(DEFAULT_PROFILE, '/paper/a-paper', first)
  const html = documentOf(TEMPLATE, headOfPaper(paper, SITE), drawn, '/paper/a-paper', first)
  return new DOMParser().parseFromString(html, 'text/html')
}

test('the drawn page of a paper holds payloads as text only, and no ids or names of theirs [row 1, 5, 12, 13]', () => {
  const plain = idsIn(pageOf(paperOf('plain'))).filter(name => !name.startsWith('citation_'))
  for (const { text } of PAYLOADS) {
    const page = pageOf(paperOf(text))
    expect({ text, harm: harmIn(page) }).toEqual({ text, harm: [] })
    expect([...page.scripts].map(({ type }) => type)).toEqual(['application/ld+json', 'application/json'])
    const odd = idsIn(page).filter(name => !name.startsWith('citation_') && !plain.includes(name))
    expect({ text, odd }).toEqual({ text, odd: [] })
  }
}, 60_000)

test('an entry of a feed holds payloads as text only, and the feed is valid [row 1]', () => {
  for (const paper of papers) {
    const page = new DOMParser().parseFromString(entryHtml(paper), 'text/html')
    expect({ title: paper.title, harm: harmIn(page), scripts: page.scripts.length }).toEqual({
      title: paper.title,
      harm: [],
      scripts: 0,
    })
  }
  const entries = papers.map(paper => ({ paper, day: '2025-12-11', themes: [] }))
  const feed: Feed = { name: 'all', title: 'Papers', about: 'All.', page: '/', day: '2025-12-11', entries }
  validXml(atomFeed(feed, SITE), 'atom')
  expect(validJsonFeed(jsonFeed(feed, SITE)).items).toHaveLength(papers.length)
})

test('citations bring each payload through as the text it is, in every format [row 1, 40, 41]', () => {
  const titles = papers.map(({ title }) => citedText(title))
  expect(papers.map(paper => readBibtex(citationsOf([paper], 'bibtex'))[0]?.fields.title)).toEqual(titles)
  expect(papers.map(paper => readRis(citationsOf([paper], 'ris'))[0]?.TI)).toEqual(titles)
  expect(JSON.parse(citationsOf(papers, 'csl')).map(({ title }: { title: string }) => title)).toEqual(titles)
  const csv = citationsOf(papers, 'csv')
  expect(readCsv(csv).map(({ title }) => title)).toEqual(titles)
  for (const [, cell] of csv.matchAll(/(?<=^\ufeff?|[,\n])"((?:[^"]|"")*)"/g))
    expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  for (const line of readMarkdown(citationsOf(papers, 'markdown')))
    expect(line).toMatchObject({ href: null, madeOf: ['text'] })
  for (const paper of papers) {
    const title =
      new URLSearchParams(coinsOf(paper)).get('rft.title') ??
      new URLSearchParams(coinsOf(paper)).get('rft.atitle')
    expect(title).toBeTruthy()
  }
})
