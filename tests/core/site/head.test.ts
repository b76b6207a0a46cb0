import { expect, test } from 'vitest'
import { daySpan, weekSpan } from '#core/papers/digests.ts'
import type { Head } from '#core/site/headTags.ts'
import {
  headOfDigest,
  headOfDigests,
  headOfFront,
  headOfHelp,
  headOfTheme,
  headOfThemes,
} from '#core/site/pageHeads.ts'
import { headOfPaper } from '#core/site/paperHead.ts'
import { paperWith } from '../../fixtures/paper.ts'

const SITE = { address: 'https://example.org/papers/', name: 'Broadsheet' }

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
  expect(contents(head, 'DC.type')).toEqual(['preprint'])
  expect(contents(head, 'article:published_time')).toEqual(['2025-12-05T12:00:00Z'])
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

test('a year alone is a year in the head, and no instant', () => {
  const head = headOfPaper(paperWith({ publishedAt: '2024' }), SITE)
  expect(contents(head, 'citation_publication_date')).toEqual(['2024'])
  expect(contents(head, 'DC.date')).toEqual(['2024'])
  expect(contents(head, 'article:published_time')).toEqual([])
  expect(head.data).toMatchObject({ datePublished: '2024' })
})

test('a long abstract is described by its beginning, cut between words', () => {
  const [words] = contents(headOfPaper(paperWith({ abstract: 'word '.repeat(100) }), SITE), 'description')
  expect(words).toMatch(/^(word )+word…$/)
  expect(words?.length).toBeLessThanOrEqual(201)
  const [unbroken] = contents(headOfPaper(paperWith({ abstract: 'x'.repeat(1_000) }), SITE), 'description')
  expect(unbroken).toBe(`${'x'.repeat(200)}…`)
})

test('lists have an address and a description of their own', () => {
  expect(contents(headOfFront(undefined, SITE), 'canonical')).toEqual([SITE.address])
  const theme = { id: 'kv-cache', label: 'KV caching', group: 'Inference', about: 'Caches.', query: 'kv' }
  const head = headOfTheme(theme, 1, undefined, SITE)
  expect(head.title).toBe('KV caching · Broadsheet')
  expect(contents(head, 'canonical')).toEqual(['https://example.org/papers/theme/kv-cache'])
  expect(contents(head, 'description')).toEqual(['Caches. 1 paper.'])
})

test('a list has the date of its digest, and none has the head of a paper', () => {
  const days = [
    ['2025-12-08', 1],
    ['2025-12-11', 46],
  ] as const
  const theme = { id: 'kv-cache', label: 'KV caching', group: 'Inference', about: 'Caches.', query: 'kv' }
  const dated = [
    headOfFront('2025-12-11', SITE),
    headOfTheme(theme, 1, '2025-12-11', SITE),
    headOfThemes('2025-12-11', SITE),
    headOfDigests(days, SITE),
    headOfDigest(daySpan('2025-12-08'), 1, days, SITE),
    headOfDigest(weekSpan('2025-W50'), 47, days, SITE),
    headOfHelp(SITE),
  ]
  expect(dated.map(head => contents(head, 'DC.date'))).toEqual([
    ['2025-12-11'],
    ['2025-12-11'],
    ['2025-12-11'],
    ['2025-12-11'],
    ['2025-12-08'],
    ['2025-12-11'],
    [],
  ])
  expect(dated[4]?.data).toMatchObject({ '@type': 'CollectionPage', datePublished: '2025-12-08' })
  expect(dated[1]?.data).toMatchObject({ '@type': 'CollectionPage', dateModified: '2025-12-11' })
  for (const { tags } of dated) expect(JSON.stringify(tags)).not.toContain('citation_')
})

test('a digest of papers that nobody listed says when they were added', () => {
  const days = [
    ['2025-12-08', 1, 'added'],
    ['2025-12-11', 46],
  ] as const
  const about = [daySpan('2025-12-08'), daySpan('2025-12-11'), weekSpan('2025-W50')].flatMap(span =>
    contents(headOfDigest(span, 2, days, SITE), 'description'),
  )
  expect(about.map(text => text?.split(',')[0])).toEqual([
    '2 machine-learning papers added on Monday 8 December 2025',
    '2 machine-learning papers listed on Thursday 11 December 2025',
    '2 machine-learning papers listed from Monday 8 December 2025 to Sunday 14 December 2025',
  ])
})

test('the front page is the site and says how to search it; help is a page, no collection', () => {
  expect(headOfFront(undefined, SITE).data).toMatchObject({
    '@type': 'WebSite',
    url: SITE.address,
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://example.org/papers/?q={query}' },
      'query-input': 'required name=query',
    },
  })
  expect(headOfHelp(SITE).data).toMatchObject({ '@type': 'WebPage' })
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
  expect(filesOf(headOfFront(undefined, SITE))).toEqual([
    'application/atom+xml /papers/feeds/all.atom',
    'application/feed+json /papers/feeds/all.json',
  ])
  const theme = { id: 'kv-cache', label: 'KV caching', group: 'Inference', about: 'Caches.', query: 'kv' }
  expect(filesOf(headOfTheme(theme, 1, undefined, SITE))).toEqual([
    'application/atom+xml /papers/feeds/theme/kv-cache.atom',
    'application/feed+json /papers/feeds/theme/kv-cache.json',
  ])
  expect(contents(headOfHelp(SITE), 'search')).toEqual(['/papers/opensearch.xml'])
})

test('reference managers read names as a source divided them, and organisations whole', () => {
  const head = headOfPaper(
    paperWith({
      arxivId: '2612.05001',
      dois: ['10.1145/1'],
      authors: ['Orchard DeepVision', 'Lucía Prado Muestra', 'Hugo de Vries'],
      authorNames: [
        { literal: 'Orchard DeepVision' },
        { family: 'Prado Muestra', given: 'Lucía' },
        { family: 'Vries', given: 'Hugo', particle: 'de', suffix: 'Jr.' },
      ],
    }),
    SITE,
  )
  expect(contents(head, 'citation_author')).toEqual([
    'Orchard DeepVision',
    'Prado Muestra, Lucía',
    'Hugo de Vries',
  ])
  expect(contents(head, 'citation_doi')).toEqual(['10.1145/1'])
  expect(head.data).toMatchObject({
    author: [
      { '@type': 'Organization', name: 'Orchard DeepVision' },
      { '@type': 'Person', name: 'Lucía Prado Muestra' },
      { '@type': 'Person', name: 'Hugo de Vries' },
    ],
  })
})
