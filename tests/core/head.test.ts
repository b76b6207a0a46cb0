import { expect, test } from 'vitest'
import { type Head, headOfFront, headOfHelp, headOfPaper, headOfTheme } from '#core/head.ts'
import { paperWith } from '../fixtures/paper.ts'

const SITE = 'https://example.org/papers/'

const contents = ({ tags }: Head, name: string): (string | undefined)[] =>
  tags
    .filter(({ attributes }) => [attributes.name, attributes.property, attributes.rel].includes(name))
    .map(({ attributes }) => attributes.content ?? attributes.href)

test('a paper says who wrote it, when, and where it is read', () => {
  const paper = paperWith({
    id: '2512.05564',
    arxivId: '2512.05564',
    title: 'Physical alignment',
    abstract: 'We align.',
    authors: ['Ada Byron', 'Kurt G. Müller'],
    publishedAt: '2025-12-05',
  })
  const head = headOfPaper(paper, SITE)
  expect(head.title).toBe('Physical alignment · Broadsheet')
  expect(contents(head, 'canonical')).toEqual(['https://example.org/papers/paper/2512.05564'])
  expect(contents(head, 'og:url')).toEqual(contents(head, 'canonical'))
  expect(contents(head, 'og:title')).toEqual(['Physical alignment'])
  expect(contents(head, 'description')).toEqual(['We align.'])
  expect(contents(head, 'citation_author')).toEqual(['Ada Byron', 'Kurt G. Müller'])
  expect(contents(head, 'citation_publication_date')).toEqual(['2025/12/05'])
  expect(contents(head, 'citation_arxiv_id')).toEqual(['2512.05564'])
  expect(contents(head, 'citation_doi')).toEqual(['10.48550/arXiv.2512.05564'])
  expect(contents(head, 'citation_pdf_url')).toEqual(['https://arxiv.org/pdf/2512.05564'])
  expect(contents(head, 'DC.creator')).toEqual(['Ada Byron', 'Kurt G. Müller'])
  expect(head.data).toMatchObject({
    '@type': 'ScholarlyArticle',
    author: [{ name: 'Ada Byron' }, { name: 'Kurt G. Müller' }],
    datePublished: '2025-12-05',
    sameAs: 'https://arxiv.org/abs/2512.05564',
  })
})

test('what is not known is not said: no author is invented, and no year that was only inferred', () => {
  const unsigned = { organization: { name: 'A Lab' }, authorCount: 7 }
  const head = headOfPaper(
    paperWith({ ...unsigned, publishedAt: '2025-10-11', publishedYearInferred: true }),
    SITE,
  )
  expect(contents(head, 'citation_author')).toEqual([])
  expect(contents(head, 'DC.creator')).toEqual([])
  expect(contents(head, 'citation_publication_date')).toEqual([])
  expect(contents(head, 'DC.identifier')).toEqual(['https://example.org/papers/paper/a-paper'])
  expect(head.data).not.toHaveProperty('author')
  expect(head.data).not.toHaveProperty('datePublished')
  expect(head.data).not.toHaveProperty('sameAs')
})

test('a long abstract is described by its beginning, cut between words', () => {
  const [words] = contents(headOfPaper(paperWith({ abstract: 'word '.repeat(100) }), SITE), 'description')
  expect(words).toMatch(/^(word )+word…$/)
  expect(words?.length).toBeLessThanOrEqual(201)
  const [unbroken] = contents(headOfPaper(paperWith({ abstract: 'x'.repeat(1_000) }), SITE), 'description')
  expect(unbroken).toBe(`${'x'.repeat(200)}…`)
})

test('lists have an address and a description of their own', () => {
  expect(contents(headOfFront(SITE), 'canonical')).toEqual([SITE])
  const theme = { id: 'kv-cache', label: 'KV caching', group: 'Inference', about: 'Caches.', query: 'kv' }
  const head = headOfTheme(theme, 1, SITE)
  expect(head.title).toBe('KV caching · Broadsheet')
  expect(contents(head, 'canonical')).toEqual(['https://example.org/papers/theme/kv-cache'])
  expect(contents(head, 'description')).toEqual(['Caches. 1 paper.'])
})

test('a page names the files that say the same: citations of a paper, feeds of a list', () => {
  const filesOf = ({ tags }: Head) =>
    tags
      .map(({ attributes }) => attributes)
      .filter(({ rel }) => rel === 'alternate')
      .map(({ type, href }) => `${type} ${href}`)
  expect(filesOf(headOfPaper(paperWith({ id: 'math/0211159' }), SITE))).toEqual([
    'application/x-bibtex /papers/paper/math/0211159.bib',
    'application/x-research-info-systems /papers/paper/math/0211159.ris',
    'application/vnd.citationstyles.csl+json /papers/paper/math/0211159.json',
    'text/markdown /papers/paper/math/0211159.md',
  ])
  expect(filesOf(headOfFront(SITE))).toEqual([
    'application/atom+xml /papers/feeds/all.atom',
    'application/feed+json /papers/feeds/all.json',
  ])
  const theme = { id: 'kv-cache', label: 'KV caching', group: 'Inference', about: 'Caches.', query: 'kv' }
  expect(filesOf(headOfTheme(theme, 1, SITE))).toEqual([
    'application/atom+xml /papers/feeds/theme/kv-cache.atom',
    'application/feed+json /papers/feeds/theme/kv-cache.json',
  ])
  expect(contents(headOfHelp(SITE), 'search')).toEqual(['/papers/opensearch.xml'])
})
