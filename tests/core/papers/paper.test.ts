import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { mergeInto } from '#core/papers/corpus.ts'
import { mergePapers } from '#core/papers/mergePapers.ts'
import { ArxivId, Paper, PartialDate, WebUrl } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { recordOf } from '#core/sources/record.ts'
import { arbitraryPaper } from './arbitraryPaper.ts'

type Facts = Parameters<typeof recordOf>[1]
const fromPage = (facts: Facts, name = 'page.txt') => paperOf(recordOf({ name, format: 'page-text' }, facts))
const fromFacts = (facts: Facts) => paperOf(recordOf({ name: 'some.facts.json', format: 'facts' }, facts))

test('merging is commutative', () => {
  fc.assert(
    fc.property(arbitraryPaper, arbitraryPaper, (a, b) => {
      expect(JSON.stringify(mergePapers(a, b))).toBe(JSON.stringify(mergePapers(b, a)))
    }),
  )
})

test('merging is associative', () => {
  fc.assert(
    fc.property(arbitraryPaper, arbitraryPaper, arbitraryPaper, (a, b, c) => {
      expect(mergePapers(mergePapers(a, b), c)).toEqual(mergePapers(a, mergePapers(b, c)))
    }),
  )
})

test('merging is idempotent, and so is merging a part in again [row 26]', () => {
  fc.assert(
    fc.property(arbitraryPaper, arbitraryPaper, (a, b) => {
      const merged = mergePapers(a, b)
      expect(mergePapers(merged, merged)).toEqual(merged)
      expect(mergePapers(merged, a)).toEqual(merged)
    }),
  )
})

test('a merged paper is a valid paper with its keys in the order of the schema', () => {
  fc.assert(
    fc.property(arbitraryPaper, arbitraryPaper, (a, b) => {
      const merged = mergePapers(a, b)
      expect(JSON.stringify(z.parse(Paper, merged))).toBe(JSON.stringify(merged))
    }),
  )
})

/** Facts of which one value is kept, with the day of their capture where they have one. */
const SINGLE = [
  ...['title', 'abstract', 'arxivId', 'authors', 'authorCount', 'organization', 'publishedAt'],
  ...['publishedYearInferred', 'comments', 'commentsOn', 'upvotes', 'upvotesOn', 'stars', 'starsOn'],
  ...['titleTex', 'summary', 'version', 'revisedAt', 'announced', 'kind', 'addedOn'],
  ...['thumbnailUrl', 'thumbnailFile'],
] as (keyof Paper)[]
const LISTS = ['listedOn', 'keywords', 'dois', 'paperUrls', 'projectUrls', 'categories'] as const
/** These depend on which value of another fact is kept. */
const MAY_GO = new Set<keyof Paper>(['publishedYearInferred', 'commentsOn', 'upvotesOn', 'starsOn'])
const inLowerCase = (urls: string[]) => new Set(urls.map(url => url.toLowerCase()))
const namesOf = ({ id, aliases }: Paper) => [id, ...aliases]
const titlesOf = ({ title, alsoTitled }: Paper) => [title, ...alsoTitled]
const saidBy = ({ sources }: Paper) =>
  sources.flatMap(({ name, format, gave }) => gave.map(field => `${name} ${format} ${field}`))

test('nothing is invented and no fact disappears', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPaper, { minLength: 2, maxLength: 4 }), parts => {
      const merged = parts.reduce(mergePapers)
      for (const field of SINGLE) {
        const given = parts.map(paper => paper[field]).filter(value => value !== undefined)
        if (merged[field] !== undefined) expect(given).toContainEqual(merged[field])
        else if (!MAY_GO.has(field)) expect(given).toEqual([])
      }
      for (const field of LISTS) {
        expect(new Set(merged[field])).toEqual(new Set(parts.flatMap(paper => paper[field])))
      }
      const codeUrls = parts.flatMap(paper => paper.codeUrls)
      expect(inLowerCase(merged.codeUrls)).toEqual(inLowerCase(codeUrls))
      expect(codeUrls).toEqual(expect.arrayContaining(merged.codeUrls))
    }),
  )
})

test('ids, titles and who said what are kept, whatever is merged', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPaper, { minLength: 2, maxLength: 4 }), parts => {
      const merged = parts.reduce(mergePapers)
      expect(namesOf(merged).sort()).toEqual([...new Set(parts.flatMap(namesOf))].sort())
      expect(new Set(titlesOf(merged))).toEqual(new Set(parts.flatMap(titlesOf)))
      expect(new Set(saidBy(merged))).toEqual(new Set(parts.flatMap(saidBy)))
    }),
  )
})

test('a count keeps its day, and a date whether its year was inferred', () => {
  fc.assert(
    fc.property(arbitraryPaper, arbitraryPaper, (a, b) => {
      const merged = mergePapers(a, b)
      const pairs = (paper: Paper) => [
        ['comments', paper.comments, paper.commentsOn],
        ['upvotes', paper.upvotes, paper.upvotesOn],
        ['stars', paper.stars, paper.starsOn],
        ['published', paper.publishedAt, paper.publishedYearInferred],
      ]
      for (const pair of pairs(merged)) expect([...pairs(a), ...pairs(b)]).toContainEqual(pair)
    }),
  )
})

test('facts know better than a page, whatever is longer', () => {
  const page = fromPage({ title: 'A Paper of the Page', publishedAt: '2025-10-12' })
  const facts = fromFacts({ title: 'a paper', publishedAt: '2025-10-11', arxivId: '2510.00001' })
  expect(mergePapers(page, facts)).toMatchObject({
    id: '2510.00001',
    aliases: ['a-paper-of-the-page'],
    title: 'a paper',
    alsoTitled: ['A Paper of the Page'],
    publishedAt: '2025-10-11',
  })
})

test('a known year beats an inferred one of a better source', () => {
  const page = fromPage({ title: 'A', publishedAt: '2024-10-11' })
  const inferred = fromFacts({ title: 'A', publishedAt: '2025-10-11', publishedYearInferred: true })
  expect(mergePapers(page, inferred).publishedAt).toBe('2024-10-11')
  expect(mergePapers(page, inferred)).not.toHaveProperty('publishedYearInferred')
})

test('a day beats a month, and a month a year, whatever the source', () => {
  const day = fromPage({ title: 'A', publishedAt: '2023-07-12' })
  const month = fromFacts({ title: 'A', publishedAt: '2024-05' })
  const year = fromFacts({ title: 'A', publishedAt: '2024' })
  expect(mergePapers(year, month).publishedAt).toBe('2024-05')
  expect(mergePapers(mergePapers(year, month), day).publishedAt).toBe('2023-07-12')
  expect(mergePapers(year, mergePapers(month, day)).publishedAt).toBe('2023-07-12')
})

test('what sources know of names, places and DOIs is united', () => {
  const one = fromPage({
    title: 'A',
    dois: ['10.48550/arxiv.2512.00001'],
    authorNames: [{ given: 'Ada', family: 'Example' }],
    positions: { '2025-12-11': 3 },
    listedOn: ['2025-12-11'],
  })
  const other = fromFacts({
    title: 'A',
    dois: ['10.1000/one'],
    authorNames: [{ family: 'Example', given: 'Ada' }, { literal: 'Sample Group' }],
    positions: { '2025-12-10': 1, '2025-12-11': 2 },
  })
  expect(mergePapers(one, other)).toMatchObject({
    dois: ['10.1000/one', '10.48550/arxiv.2512.00001'],
    authorNames: [{ family: 'Example', given: 'Ada' }, { literal: 'Sample Group' }],
    positions: { '2025-12-10': 1, '2025-12-11': 2 },
  })
})

test('a title as TeX stays where a better source gives it plain', () => {
  const tex = fromPage({ title: '$\\beta$-Annealing' })
  const plain = fromFacts({ title: 'β-Annealing' })
  expect(mergePapers(tex, plain)).toMatchObject({ title: 'β-Annealing', titleTex: '$\\beta$-Annealing' })
})

test('the newest count wins, even when it is smaller', () => {
  const older = fromPage({ title: 'A', comments: 5, commentsOn: '2025-12-10' })
  const newer = fromPage({ title: 'A', comments: 0, commentsOn: '2025-12-11' }, 'later.txt')
  expect(mergePapers(older, newer)).toMatchObject({ comments: 0, commentsOn: '2025-12-11' })
})

test('one repository in two spellings is one link', () => {
  const page = fromPage({ title: 'A', codeUrls: ['https://github.com/lab/Router'] })
  const facts = fromFacts({
    title: 'A',
    codeUrls: ['https://github.com/Lab/router', 'https://github.com/lab/eval'],
  })
  expect(mergePapers(page, facts).codeUrls).toEqual([
    'https://github.com/Lab/router',
    'https://github.com/lab/eval',
  ])
})

test('each value of a merged paper can be traced to its sources', () => {
  const page = fromPage({ title: 'A', authorCount: 2, comments: 1, commentsOn: '2025-12-11' })
  const facts = fromFacts({ title: 'A', authors: ['Ada', 'Noor'] })
  expect(mergePapers(page, facts).sources).toEqual([
    { name: 'page.txt', format: 'page-text', gave: ['authorCount', 'comments', 'title'] },
    { name: 'some.facts.json', format: 'facts', gave: ['authors', 'title'] },
  ])
})

test.each([
  ['2024-07-12', true],
  ['2024-07', true],
  ['2024', true],
  ['2024-13', false],
  ['2024-02-30', false],
  ['24', false],
  ['2024-07-12T00:00:00Z', false],
])('%s is a date of some precision: %s', (date, valid) => {
  expect(PartialDate.safeParse(date).success).toBe(valid)
})

test.each(['2512.05564', '0704.0001', 'math/0211159', 'math.GT/0309136', 'hep-th/9901001'])(
  '%s is an arXiv id',
  id => {
    expect(ArxivId.safeParse(id).success).toBe(true)
  },
)

test.each(['2512.05564v2', '2512.055', 'math/02111', '../2512.05564', '2512.05564\n', ''])(
  '%j is no arXiv id',
  id => {
    expect(ArxivId.safeParse(id).success).toBe(false)
  },
)

test.each(['https://example.org/a?b=c#d', 'http://example.org', 'HTTPS://example.org'])(
  '%s may be linked',
  url => {
    expect(WebUrl.safeParse(url).success).toBe(true)
  },
)

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//example.org',
  ' https://example.org',
  'https://a b',
  'https://a"b',
  'https://a\nb',
  'ftp://example.org',
  'https://',
])('%j may not be linked', url => {
  expect(WebUrl.safeParse(url).success).toBe(false)
})

test('the id made of a title has no commands of TeX in it', () => {
  const facts = { title: 'Bounds of $\\mathcal{O}(n)$ for \\emph{tidal} caches' }
  expect(paperOf(recordOf({ name: 'a', format: 'bibtex' }, facts)).id).toBe('bounds-of-o-n-for-tidal-caches')
})

test('the id that a title with TeX had before still leads to its paper', () => {
  const title = 'The $\\alpha$-cache'
  const paper = paperOf(recordOf({ name: 'a', format: 'bibtex' }, { title }))
  const { papers } = mergeInto([{ ...paper, id: 'the-alpha-cache' }], [{ paper, enrichesOnly: false }])
  expect(papers.map(({ id, aliases }) => [id, ...aliases].includes('the-alpha-cache'))).toEqual([true])
})
