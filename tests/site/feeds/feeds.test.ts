import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedText } from '#core/cite/citedText.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { atomFeed } from '#site/feeds/atom.ts'
import { type Feed, feedsOf } from '#site/feeds/feeds.ts'
import { jsonFeed } from '#site/feeds/jsonFeed.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { textsIn, validJsonFeed, validXml } from '../pages/validity.ts'

const SITE = { address: 'https://example.org/papers/', name: 'Broadsheet' }

const THEMES = [{ id: 'kv-cache', label: 'KV caching', group: 'Systems', about: 'Caches.', query: 'kv' }]

/** The feeds of a site with these papers, by name. */
async function feedsWith(papers: readonly CorpusPaper[], withPage = papers): Promise<Map<string, Feed>> {
  const newestDigest = papers
    .flatMap(({ listedOn }) => listedOn)
    .sort()
    .at(-1)
  const outline = { themes: THEMES, ...(newestDigest !== undefined && { newestDigest }) }
  const corpus = new CountedCorpus({ ...outline, segments: [0] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  const feeds = new Map<string, Feed>()
  const lexicon = { file: '', bytes: 0, sha256: '' }
  const manifest = { version: 3 as const, papers: papers.length, ...outline, lexicon, segments: [] }
  for (const { name, feed } of await feedsOf({ manifest, engine, papers }, withPage, 'Broadsheet'))
    feeds.set(name, await feed())
  return feeds
}

const feedOf = (...papers: CorpusPaper[]): Feed => ({
  name: 'all',
  title: 'Papers',
  about: 'All of them.',
  page: '/',
  day: '2025-12-11',
  entries: papers.map(paper => ({ paper, day: '2025-12-11', themes: THEMES })),
})

const COMPLETE = paperWith({
  id: '2512.05564',
  arxivId: '2512.05564',
  title: 'On caches',
  abstract: 'All of the abstract.\nIts code is at https://example.com/code.',
  authors: ['Ana Pérez', 'Bo Li'],
  publishedAt: '2025-12-05',
  listedOn: ['2025-12-11'],
  themes: ['kv-cache'],
})

test('a paper is an entry with the address of its page, its days, its authors and its whole abstract', () => {
  const atom = validXml(atomFeed(feedOf(COMPLETE), SITE), 'atom')
  const entry = (element: string) => textsIn(atom, `/atom:feed/atom:entry/${element}`)
  expect(entry('atom:id')).toEqual(['https://example.org/papers/paper/2512.05564'])
  expect(entry('atom:link[@rel="alternate"]/@href')).toEqual(entry('atom:id'))
  expect(entry('atom:link[@rel="related"]/@href')).toEqual(['https://arxiv.org/abs/2512.05564'])
  expect(entry('atom:published')).toEqual(['2025-12-05T12:00:00Z'])
  expect(entry('atom:updated')).toEqual(['2025-12-11T12:00:00Z'])
  expect(entry('atom:author/atom:name')).toEqual(['Ana Pérez', 'Bo Li'])
  expect(entry('atom:category/@label')).toEqual(['KV caching'])
  expect(entry('atom:content')[0]).toContain(
    '<p dir="auto">All of the abstract. Its code is at <a href="https://example.com/code">https://example.com/code</a>.</p>',
  )
  expect(textsIn(atom, '/atom:feed/atom:link[@rel="self"]/@href')).toEqual([
    'https://example.org/papers/feeds/all.atom',
  ])
  const json = validJsonFeed(jsonFeed(feedOf(COMPLETE), SITE))
  expect(json.feed_url).toBe('https://example.org/papers/feeds/all.json')
  expect(json.items).toEqual([
    {
      id: 'https://example.org/papers/paper/2512.05564',
      url: 'https://example.org/papers/paper/2512.05564',
      external_url: 'https://arxiv.org/abs/2512.05564',
      title: 'On caches',
      authors: [{ name: 'Ana Pérez' }, { name: 'Bo Li' }],
      date_published: '2025-12-05T12:00:00Z',
      date_modified: '2025-12-11T12:00:00Z',
      tags: ['KV caching'],
      content_html: entry('atom:content')[0],
    },
  ])
})

test('no author and no date is made up', () => {
  const unsigned = paperWith({
    organization: { name: 'A Lab' },
    authorCount: 7,
    publishedAt: '2025-10-11',
    publishedYearInferred: true,
    listedOn: ['2025-12-11'],
  })
  const atom = validXml(atomFeed(feedOf(unsigned), SITE), 'atom')
  expect(textsIn(atom, '//atom:entry/atom:author')).toEqual([])
  expect(textsIn(atom, '//atom:entry/atom:published')).toEqual([])
  // The format asks for an author of every entry or of the feed.
  expect(textsIn(atom, '/atom:feed/atom:author/atom:name')).toEqual(['Broadsheet'])
  const [item] = validJsonFeed(jsonFeed(feedOf(unsigned), SITE)).items
  expect(item).not.toHaveProperty('authors')
  expect(item).not.toHaveProperty('date_published')
})

test('entries of a digest show its day in every zone from UTC−11 to UTC+11', () => {
  const days = ['2024-02-29', '2025-12-31', '2026-01-01']
  const feeds = days.map(day => ({ ...feedOf(COMPLETE), entries: [{ paper: COMPLETE, day, themes: [] }] }))
  const updated = feeds.flatMap(feed => [
    ...textsIn(validXml(atomFeed(feed, SITE), 'atom'), '//atom:entry/atom:updated'),
    String(validJsonFeed(jsonFeed(feed, SITE)).items[0]?.date_modified),
  ])
  const shownAt = (instant: string, hours: number): string =>
    new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 10)
  for (let hours = -11; hours <= 11; hours++)
    expect(updated.map(instant => shownAt(instant, hours))).toEqual(days.flatMap(day => [day, day]))
})

test('names keep their places whatever their direction', () => {
  const authors = ['علي حسن', 'سارة مثال', 'Jane Roe']
  const htmlOf = (paper: CorpusPaper) =>
    String(validJsonFeed(jsonFeed(feedOf(paper), SITE)).items[0]?.content_html)
  expect(htmlOf(paperWith({ authors }))).toContain(
    '<p dir="ltr"><bdi>علي حسن</bdi>, <bdi>سارة مثال</bdi>, <bdi>Jane Roe</bdi> · Published',
  )
  expect(htmlOf(paperWith({ authors: [...authors, 'Ada', 'Bo'] }))).toContain('<bdi>Jane Roe</bdi> +2 ·')
  expect(htmlOf(paperWith({ organization: { name: 'מעבדה' } }))).toContain('<bdi>מעבדה</bdi> ·')
  expect(htmlOf(paperWith({ authorCount: 2 }))).toContain('<p dir="ltr">2 authors ·')
})

test('a year or a month alone never becomes a day', () => {
  for (const publishedAt of ['2024', '2024-05']) {
    const feed = feedOf(paperWith({ publishedAt }))
    expect(textsIn(validXml(atomFeed(feed, SITE), 'atom'), '//atom:entry/atom:published')).toEqual([])
    expect(validJsonFeed(jsonFeed(feed, SITE)).items[0]).not.toHaveProperty('date_published')
  }
})

/** XML has no place for these two. */
const asXmlHolds = (text: string): string => text.replace(/[\ufffe\uffff]/g, ' ')

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<![CDATA[ ]]> ]]&gt; &amp; & " \' {}%',
  'before \u0000\u0007\u001b\u0085\ufffe\uffff after',
  'half of a pair \ud800, the other \udc00',
  'שלום \u202eabc\u2066 سلام',
  'x'.repeat(300),
]

test.each(HOSTILE)('a paper called %j is named so, and its page does nothing', text => {
  const paper = paperWith({ title: text, abstract: text, authors: [text], arxivId: '2512.05564' })
  const atom = validXml(atomFeed(feedOf(paper), SITE), 'atom')
  const named = asXmlHolds(citedText(text))
  expect(textsIn(atom, '//atom:entry/atom:title')).toEqual([named])
  expect(textsIn(atom, '//atom:entry/atom:author/atom:name')).toEqual([named])
  const [item] = validJsonFeed(jsonFeed(feedOf(paper), SITE)).items
  expect(item?.title).toBe(citedText(text))
  const page = String(item?.content_html)
  expect(page).not.toMatch(/<(?!\/?(?:p|a|bdi)\b)/)
  expect(textsIn(atom, '//atom:entry/atom:content')[0]).toBe(asXmlHolds(page))
})

test('664 authors are all named', () => {
  const authors = Array.from({ length: 664 }, (_, at) => `Author ${at}`)
  const feed = feedOf(paperWith({ authors }))
  expect(textsIn(validXml(atomFeed(feed, SITE), 'atom'), '//atom:entry/atom:author/atom:name')).toEqual(
    authors,
  )
  expect(validJsonFeed(jsonFeed(feed, SITE)).items[0]?.authors).toHaveLength(664)
})

test('any text makes a valid feed [row 1]', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...HOSTILE),
  )
  fc.assert(
    fc.property(text, text, (title, author) => {
      const feed = feedOf(paperWith({ title, abstract: title, authors: [author] }))
      const atom = validXml(atomFeed(feed, SITE), 'atom')
      const [item] = validJsonFeed(jsonFeed(feed, SITE)).items
      expect(textsIn(atom, '//atom:entry/atom:content')).toEqual([asXmlHolds(String(item?.content_html))])
    }),
    { numRuns: 20 },
  )
})

const listed = (count: number, day: string, known: Partial<CorpusPaper> = {}): CorpusPaper[] =>
  Array.from({ length: count }, (_, at) => {
    const id = `paper-${day}-${at}`
    return paperWith({ id, title: `Paper ${at} of ${day}`, listedOn: [day], ...known })
  })

const idsOf = (feed: Feed | undefined): string[] => feed?.entries.map(({ paper }) => paper.id) ?? []

test('there is a feed of all papers, of each theme and of each digest, the newest papers first', async () => {
  const old = listed(1, '2025-12-10', { themes: ['kv-cache'] })
  const papers = [...old, ...listed(2, '2025-12-11')]
  const feeds = await feedsWith(papers)
  expect([...feeds.keys()]).toEqual(['all', 'theme/kv-cache', 'digest/2025-12-11', 'digest/2025-12-10'])
  expect(idsOf(feeds.get('all'))).toEqual(['paper-2025-12-11-0', 'paper-2025-12-11-1', 'paper-2025-12-10-0'])
  expect(feeds.get('all')?.day).toBe('2025-12-11')
  expect(idsOf(feeds.get('theme/kv-cache'))).toEqual(['paper-2025-12-10-0'])
  expect(feeds.get('theme/kv-cache')?.day).toBe('2025-12-10')
  expect(idsOf(feeds.get('digest/2025-12-11'))).toEqual(['paper-2025-12-11-0', 'paper-2025-12-11-1'])
})

test('the feed of a digest has its day, where a later digest lists the paper again', async () => {
  const [again] = listed(1, '2025-12-10', { listedOn: ['2025-12-10', '2025-12-12'] }) as [CorpusPaper]
  const feeds = await feedsWith([again])
  const daysOf = (name: string) => [
    feeds.get(name)?.day,
    ...(feeds.get(name)?.entries ?? []).map(({ day }) => day),
  ]
  expect(daysOf('digest/2025-12-10')).toEqual(['2025-12-10', '2025-12-10'])
  expect(daysOf('digest/2025-12-12')).toEqual(['2025-12-12', '2025-12-12'])
  expect(daysOf('all')).toEqual(['2025-12-12', '2025-12-12'])
})

test('feeds hold the newest papers only, and only the newest digests have one', async () => {
  const days = Array.from({ length: 31 }, (_, at) => `2025-10-${String(at + 1).padStart(2, '0')}`)
  const feeds = await feedsWith(days.flatMap(day => listed(10, day, { themes: ['kv-cache'] })))
  expect(feeds.get('all')?.entries).toHaveLength(200)
  expect(feeds.get('theme/kv-cache')?.entries).toHaveLength(50)
  expect([...feeds.keys()].filter(name => name.startsWith('digest/'))).toEqual(
    days
      .slice(1)
      .reverse()
      .map(day => `digest/${day}`),
  )
})

test('papers that nobody dated, or that have no page, are in no feed', async () => {
  const undated = paperWith({ id: 'undated' })
  const guessed = paperWith({ id: 'guessed', publishedAt: '2025-12-01', publishedYearInferred: true })
  const published = paperWith({ id: 'published', publishedAt: '2025-12-01' })
  const [beyond] = listed(1, '2024-01-01') as [CorpusPaper]
  const papers = [undated, guessed, published]
  const feeds = await feedsWith([...papers, beyond], papers)
  expect(feeds.get('all')?.entries).toEqual([{ paper: published, day: '2025-12-01', themes: [] }])
})

test('a feed without papers is valid', async () => {
  for (const feed of (await feedsWith([])).values()) {
    validXml(atomFeed(feed, SITE), 'atom')
    validJsonFeed(jsonFeed(feed, SITE))
  }
})

test('a paper that nobody listed is news of the day on which it was added, and its feeds say “added”', async () => {
  const added = paperWith({ id: 'added', publishedAt: '2019-05-01', addedOn: '2025-12-10' })
  const feeds = await feedsWith([COMPLETE, added])
  expect(feeds.get('all')?.entries.map(({ paper, day }) => [paper.id, day])).toEqual([
    ['2512.05564', '2025-12-11'],
    ['added', '2025-12-10'],
  ])
  const digests = [...feeds.values()].filter(({ page }) => page.startsWith('/digest/'))
  expect(digests.map(({ about }) => about).sort()).toEqual([
    'The papers added on Wednesday 10 December 2025.',
    'The papers listed on Thursday 11 December 2025.',
  ])
  const texts = validJsonFeed(jsonFeed(feedOf(COMPLETE, added), SITE)).items
  expect(texts[0]?.content_html).toContain('Listed: 11 Dec 2025')
  expect(texts[1]?.content_html).toContain('Added: 10 Dec 2025')
})
