import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Incoming, mergeInto, storageMonth } from '#core/papers/corpus.ts'
import type { Paper } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { recordOf } from '#core/sources/record.ts'
import { shortHash } from '#core/text/text.ts'
import { arbitraryPaper } from './arbitraryPaper.ts'

type Facts = Parameters<typeof recordOf>[1]
const onPage = (facts: Facts): Incoming => ({
  paper: paperOf(recordOf({ name: 'page.txt', format: 'page-text' }, facts)),
  enrichesOnly: false,
})
const asFact = (facts: Facts): Incoming => ({
  paper: paperOf(recordOf({ name: 'some.facts.json', format: 'facts' }, facts)),
  enrichesOnly: true,
})
const idsOf = (incoming: Incoming[], corpus = mergeInto([], []).papers) =>
  mergeInto(corpus, incoming).papers.map(({ id }) => id)

const arbitraryIncoming = fc.array(fc.record({ paper: arbitraryPaper, enrichesOnly: fc.boolean() }), {
  maxLength: 8,
})
const arbitraryCorpus = arbitraryIncoming.map(incoming => mergeInto([], incoming).papers)
const shuffled = arbitraryIncoming.chain(incoming =>
  fc.tuple(
    fc.constant(incoming),
    fc.shuffledSubarray(incoming, { minLength: incoming.length, maxLength: incoming.length }),
  ),
)

test('the corpus does not depend on the order in which papers come', () => {
  fc.assert(
    fc.property(arbitraryCorpus, shuffled, (corpus, [incoming, inOtherOrder]) => {
      expect(JSON.stringify(mergeInto(corpus, inOtherOrder).papers)).toBe(
        JSON.stringify(mergeInto(corpus, incoming).papers),
      )
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('taking the same papers in again changes nothing and says so [row 26]', () => {
  fc.assert(
    fc.property(arbitraryCorpus, arbitraryIncoming, (corpus, incoming) => {
      const first = mergeInto(corpus, incoming)
      const second = mergeInto(first.papers, incoming)
      expect(JSON.stringify(second.papers)).toBe(JSON.stringify(first.papers))
      expect(second.outcomes.filter(outcome => outcome === 'new' || outcome === 'merged')).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)

const LISTS = ['listedOn', 'keywords', 'categories', 'projectUrls'] as const
const SINGLE = [
  ...['title', 'abstract', 'arxivId', 'authors', 'authorCount', 'organization'],
  ...['publishedAt', 'comments', 'upvotes'],
] as (keyof Paper)[]
const titlesOf = ({ title, alsoTitled }: Paper) => [title, ...alsoTitled]
const has = (whole: readonly string[], part: readonly string[]) => part.every(item => whole.includes(item))
const inLowerCase = (urls: readonly string[]) => urls.map(url => url.toLowerCase())
const sourcesOf = ({ sources }: Paper) => sources.map(({ name, format }) => `${name} ${format}`)

test('nothing is lost: whatever a record says is in one paper of the corpus, or the record is reported [row 26]', () => {
  fc.assert(
    fc.property(arbitraryCorpus, arbitraryIncoming, (corpus, incoming) => {
      const { papers, outcomes, notes } = mergeInto(corpus, incoming)
      const reported = new Set(notes.flatMap(note => (note.dropped ? [note.incoming] : [])))
      const taken = incoming
        .filter((_, index) => outcomes[index] !== 'unmatched' && !reported.has(index))
        .map(({ paper }) => paper)
      for (const paper of [...corpus, ...taken]) {
        const kept = papers.filter(
          other =>
            has(titlesOf(other), titlesOf(paper)) &&
            (paper.arxivId === undefined || other.arxivId === paper.arxivId) &&
            LISTS.every(field => has(other[field], paper[field])) &&
            has(inLowerCase(other.codeUrls), inLowerCase(paper.codeUrls)) &&
            has(sourcesOf(other), sourcesOf(paper)) &&
            SINGLE.every(field => paper[field] === undefined || other[field] !== undefined),
        )
        expect(kept).not.toEqual([])
      }
      incoming.forEach(({ enrichesOnly }, index) => {
        if (outcomes[index] === 'unmatched') expect(enrichesOnly).toBe(true)
      })
    }),
  )
})

test('nothing is invented: every value of the corpus is of a record', () => {
  fc.assert(
    fc.property(arbitraryCorpus, arbitraryIncoming, (corpus, incoming) => {
      const { papers } = mergeInto(corpus, incoming)
      const records = [...corpus, ...incoming.map(({ paper }) => paper)]
      const given = (field: keyof Paper) => new Set(records.map(record => JSON.stringify(record[field])))
      for (const field of SINGLE) {
        const values = given(field)
        for (const paper of papers) {
          if (paper[field] !== undefined) expect(values).toContain(JSON.stringify(paper[field]))
        }
      }
      for (const field of [...LISTS, 'codeUrls'] as const) {
        const values = records.flatMap(record => record[field])
        for (const paper of papers) expect(has(values, paper[field])).toBe(true)
      }
    }),
  )
})

test('whatever led to a paper of the corpus leads to it afterwards', () => {
  fc.assert(
    fc.property(arbitraryCorpus, arbitraryIncoming, (corpus, incoming) => {
      const { papers } = mergeInto(corpus, incoming)
      for (const paper of corpus) {
        for (const id of [paper.id, ...paper.aliases]) {
          const found = papers.filter(other => [other.id, ...other.aliases].includes(id))
          expect(found.map(other => has(titlesOf(other), titlesOf(paper)))).toEqual([true])
        }
      }
    }),
  )
})

test('file after file or all at once, in any order, the corpus is the same where titles are not ambiguous', () => {
  const ids: Record<string, string> = { Alpha: '2501.00001', 'alpha!': '2501.00001', Gamma: 'math/0211159' }
  const files = fc.array(
    fc.array(
      fc
        .tuple(arbitraryPaper, fc.constantFrom('Alpha', 'alpha!', 'Beta', 'Gamma'), fc.boolean())
        .map(([{ id, aliases, arxivId: _, ...facts }, title, isKnown]) => {
          const arxivId = isKnown ? ids[title] : undefined
          const { authors: _authors, authorsEndInOthers: _end, ...rest } = facts
          const record = { ...rest, title, dois: [], ...(arxivId !== undefined && { arxivId }) }
          return { paper: paperOf(record), enrichesOnly: false }
        }),
      { maxLength: 4 },
    ),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(files, files => {
      const oneByOne = (order: Incoming[][]) =>
        order.reduce<Paper[]>((corpus, file) => mergeInto(corpus, file).papers, [])
      const atOnce = JSON.stringify(mergeInto([], files.flat()).papers)
      expect(JSON.stringify(oneByOne(files))).toBe(atOnce)
      expect(JSON.stringify(oneByOne(files.toReversed()))).toBe(atOnce)
    }),
  )
})

test('ids and aliases name one paper each, papers are ordered by id, and no two arXiv ids become one [row 26]', () => {
  fc.assert(
    fc.property(arbitraryCorpus, arbitraryIncoming, (corpus, incoming) => {
      const { papers } = mergeInto(corpus, incoming)
      const names = papers.flatMap(({ id, aliases }) => [id, ...aliases])
      expect(new Set(names).size).toBe(names.length)
      expect(papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id).sort())
      const arxivIds = papers.flatMap(({ arxivId }) => arxivId ?? [])
      expect(new Set(arxivIds).size).toBe(arxivIds.length)
      for (const { id, arxivId } of papers) expect(id).toBe(arxivId ?? id)
    }),
  )
})

test('facts enrich papers that are known and never add one', () => {
  const corpus = mergeInto([], [onPage({ title: 'Known' })]).papers
  const { papers, outcomes } = mergeInto(corpus, [
    asFact({ title: 'known!', arxivId: '2510.00001' }),
    asFact({ title: 'Unknown', arxivId: '2510.00002' }),
  ])
  expect(outcomes).toEqual(['merged', 'unmatched'])
  expect(papers).toMatchObject([{ id: '2510.00001', aliases: ['known'] }])
})

test('facts that come before their paper are not what is new', () => {
  const { outcomes } = mergeInto(
    [],
    [asFact({ title: 'Paper' }), onPage({ title: 'Paper' }), onPage({ title: 'paper' })],
  )
  expect(outcomes).toEqual(['merged', 'new', 'merged'])
})

test('an arXiv id joins papers with different titles', () => {
  const { papers } = mergeInto(
    [],
    [
      onPage({ title: 'First Title' }),
      asFact({ title: 'First Title', arxivId: '2510.00001' }),
      onPage({ title: 'Second Title', arxivId: '2510.00001' }),
    ],
  )
  expect(papers).toMatchObject([{ id: '2510.00001', title: 'First Title', alsoTitled: ['Second Title'] }])
})

test('a title over two arXiv ids decides nothing', () => {
  expect(
    idsOf([
      onPage({ title: 'Same Title' }),
      onPage({ title: 'Same Title', arxivId: '2510.00001' }),
      onPage({ title: 'Same Title', arxivId: '2510.00002' }),
    ]),
  ).toEqual(['2510.00001', '2510.00002', 'same-title'])
})

test('a paper known by two titles does not make one of two arXiv ids', () => {
  const known = onPage({ title: 'First Title' })
  known.paper.alsoTitled = ['Second Title']
  expect(
    idsOf([
      known,
      onPage({ title: 'First Title', arxivId: '2510.00001' }),
      onPage({ title: 'Second Title', arxivId: '2510.00002' }),
    ]),
  ).toEqual(['2510.00001', '2510.00002', 'first-title'])
})

const LONG = 'A Title So Long That Its Slug Is Cut before the Words That Tell It from Another One'
const LONG_SLUG = 'a-title-so-long-that-its-slug-is-cut-before-the-words-that-tell-it-from-another'

test('of two new papers with one slug the first by title has it, the other carries a hash', () => {
  const spare = `${LONG_SLUG}-${shortHash(`${LONG} B`.toLowerCase().replaceAll(' ', ''))}`
  expect(idsOf([onPage({ title: `${LONG} B` }), onPage({ title: `${LONG} A` })])).toEqual([LONG_SLUG, spare])
})

test('whoever had an id in the corpus keeps it, also as an alias', () => {
  const later = onPage({ title: `${LONG} A` })
  const corpus = mergeInto([], [onPage({ title: `${LONG} B` })]).papers
  expect(mergeInto(corpus, [later]).papers.find(({ id }) => id === LONG_SLUG)?.title).toBe(`${LONG} B`)
  const withArxiv = mergeInto(corpus, [asFact({ title: `${LONG} B`, arxivId: '2510.00001' })]).papers
  const { papers } = mergeInto(withArxiv, [later])
  expect(papers.find(({ arxivId }) => arxivId)?.aliases).toEqual([LONG_SLUG])
  expect(papers.find(({ arxivId }) => !arxivId)?.id).toMatch(new RegExp(`^${LONG_SLUG}-`))
})

test('an arXiv id goes to its paper, whoever had it as another name', () => {
  const known = onPage({ title: 'Known' })
  known.paper.aliases = ['2510.00001', 'old-name', 'an-older-name']
  const corpus = mergeInto([], [known]).papers
  const { papers } = mergeInto(corpus, [onPage({ title: 'New', arxivId: '2510.00001' })])
  expect(papers.map(({ id, aliases }) => [id, aliases])).toEqual([
    ['2510.00001', []],
    ['an-older-name', ['known', 'old-name']],
  ])
})

test('what is stored first is in the same form as what is merged later', () => {
  const [paper] = mergeInto(
    [],
    [onPage({ title: 'A', codeUrls: ['https://github.com/z/z', 'https://github.com/a/a'] })],
  ).papers
  expect(paper?.codeUrls).toEqual(['https://github.com/a/a', 'https://github.com/z/z'])
})

test.each([
  [{ title: 'A', listedOn: ['2025-12-11', '2025-10-13'], publishedAt: '2025-09-01' }, '2025-10'],
  [{ title: 'A', publishedAt: '2025-09-01' }, '2025-09'],
  [{ title: 'A' }, 'undated'],
])('%j is filed under %s', (facts, month) => {
  expect(mergeInto([], [onPage(facts)]).papers.map(storageMonth)).toEqual([month])
})

const published = (title: string, authors: string[], ...dois: string[]): Incoming =>
  onPage({ title, ...(authors.length > 0 && { authors }), dois })
const preprint = (title: string, authors: string[], arxivId: string): Incoming =>
  onPage({ title, ...(authors.length > 0 && { authors }), arxivId })
const ADA = 'Ada Example'
const BO = 'Bo van der Sample'

test.each<[string, Incoming[], number]>([
  ['with other authors', [published('Moons', [ADA]), published('Moons', [BO])], 2],
  [
    'with other authors and DOIs',
    [published('Moons', [ADA], '10.1000/one'), published('Moons', [BO], '10.1000/two')],
    2,
  ],
  ['with an author in common', [published('Moons', [ADA, BO]), published('Moons', ['Sample, B.'])], 1],
  ['with initials and accents', [published('Moons', ['Zoë Müller']), published('moons!', ['Z. Mueller'])], 1],
  [
    'with the same authors and two DOIs',
    [
      published('Moons', [ADA, BO], '10.1000/one'),
      published('Moons', ['B. Sample', 'A. Example'], '10.1000/two'),
    ],
    1,
  ],
  [
    'with one author in common and two DOIs',
    [published('Moons', [ADA, BO], '10.1000/one'), published('Moons', [ADA], '10.1000/two')],
    2,
  ],
  ['of which one has no authors', [published('Moons', [ADA], '10.1000/one'), published('Moons', [])], 1],
  [
    'of which one has no authors, and two have others',
    [published('Moons', [ADA]), published('Moons', [BO]), published('Moons', [])],
    3,
  ],
  [
    'without authors and with two DOIs',
    [published('Moons', [], '10.1000/one'), published('Moons', [], '10.1000/two')],
    2,
  ],
  [
    'of the arXiv and of a publisher',
    [preprint('Moons', [ADA], '2510.00001'), published('Moons', [ADA], '10.1000/one')],
    1,
  ],
  [
    'with a DOI of the arXiv and one of a publisher',
    [published('Moons', [ADA], '10.48550/arxiv.2510.00001'), published('Moons', [ADA, BO], '10.1000/one')],
    1,
  ],
  [
    'with two arXiv ids, and one that may be either',
    [
      preprint('Moons', [ADA], '2510.00001'),
      preprint('Moons', [ADA], '2510.00002'),
      published('Moons', [ADA]),
    ],
    3,
  ],
])('papers of one title, %s: each in every order', (_, incoming, count) => {
  const { papers, notes } = mergeInto([], incoming)
  expect(papers).toHaveLength(count)
  expect(notes.length > 0).toBe(count > 1)
  expect(JSON.stringify(mergeInto([], incoming.toReversed()).papers)).toBe(JSON.stringify(papers))
  expect(mergeInto(papers, incoming).papers).toEqual(papers)
  expect(mergeInto(papers, []).papers).toEqual(papers)
})

test('a DOI of the arXiv gives the arXiv id, and DOIs join papers whatever their titles', () => {
  expect(idsOf([published('Moons', [ADA], '10.48550/arxiv.2510.00001v2')])).toEqual(['2510.00001'])
  const { papers } = mergeInto(
    [],
    [
      published('Moons', [ADA], '10.1000/one'),
      published('On Moons and Tides', ['A. Example'], '10.1000/one'),
    ],
  )
  expect(papers.map(({ dois }) => dois)).toEqual([['10.1000/one']])
})

test('an arXiv id that two plainly different papers claim is given to one of them, and reported', () => {
  const incoming = [
    preprint('Moons', [ADA], '2510.00001'),
    preprint('Bread', [BO], '2510.00001'),
    published('Bread', [BO]),
  ]
  const { papers, notes } = mergeInto([], incoming)
  expect(papers.map(({ id, title }) => [id, title])).toEqual([
    ['2510.00001', 'Bread'],
    ['moons', 'Moons'],
  ])
  expect(notes.filter(({ dropped }) => dropped)).toEqual([
    {
      incoming: 0,
      message:
        'the arXiv id 2510.00001 is that of “Bread”, which has another title and other authors: this paper is kept without it; correct the id',
      dropped: true,
    },
  ])
  expect(mergeInto(papers, incoming).papers).toEqual(papers)
  // The corpus keeps what it has.
  const corpus = mergeInto([], incoming.slice(0, 1)).papers
  expect(mergeInto(corpus, incoming).papers.map(({ id, title }) => [id, title])).toEqual([
    ['2510.00001', 'Moons'],
    ['bread', 'Bread'],
  ])
})

test('a DOI at plainly different papers joins none of them: chapters have the DOI of their book', () => {
  const { papers, notes } = mergeInto(
    [],
    [published('Moons', [ADA], '10.1000/book'), published('Bread', [BO], '10.1000/book')],
  )
  expect(papers.map(({ dois }) => dois)).toEqual([['10.1000/book'], ['10.1000/book']])
  expect(notes.map(({ message }) => message)).toEqual([
    expect.stringContaining('10.1000/book is also given for papers'),
    expect.stringContaining('10.1000/book is also given for papers'),
  ])
})

test('three papers of one title have three ids, which they keep', () => {
  const incoming = ['Ada Example', 'Bo Sample', 'Cy Third'].map(author => published('Moons', [author]))
  const { papers } = mergeInto([], incoming)
  expect(new Set(papers.map(({ id }) => id)).size).toBe(3)
  for (const { id } of papers) expect(id).toMatch(/^moons(?:-[0-9a-z]+)?$/)
  expect(mergeInto(papers, incoming.toReversed()).papers).toEqual(papers)
})

test('an id that differs from another in case alone is that one', () => {
  const corpus = mergeInto([], [onPage({ title: 'Foo' })]).papers
  const other = onPage({ title: 'Other' })
  other.paper.aliases = ['FOO', 'fine', 'Fine']
  expect(mergeInto(corpus, [other]).papers.map(({ id, aliases }) => [id, ...aliases])).toEqual([
    ['Fine', 'other'],
    ['foo'],
  ])
})
