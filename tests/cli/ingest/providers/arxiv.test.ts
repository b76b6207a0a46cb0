import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Paper } from '#core/papers/paper.ts'
import { Setting } from './run.ts'
import { body, status } from './site.ts'

const setting = new Setting()

const QUERY = ['--from', 'arxiv', '--query', 'cat:cs.CL']
const ATOM = 'application/atom+xml'

const feed = (total: number, start: number, entries: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/">
  <id>https://arxiv.org/api/x</id><o:totalResults>${total}</o:totalResults><o:startIndex>${start}</o:startIndex>
  <o:itemsPerPage>100</o:itemsPerPage>${entries}</feed>`

const paper = (at: number): string =>
  `<entry><id>http://arxiv.org/abs/2512.${10_000 + at}v1</id><title>Paper ${at}</title><summary>S.</summary></entry>`

/** A page of the papers from `start` on. */
const page = (total: number, start: number, count: number): string =>
  feed(total, start, Array.from({ length: count }, (_, i) => paper(start + i)).join(''))

/** Serves a query with `total` results, at most `most` per page. */
function serving(total: number, most = 100): void {
  setting.site.answer = ({ searchParams: q }) => {
    const start = Number(q.get('start'))
    return body(page(total, start, Math.min(Number(q.get('max_results')), most, total - start)), ATOM)
  }
}

const papers = async () =>
  Object.values(await setting.corpus())
    .flatMap((text): Paper[] => JSON.parse(text).papers)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const starts = () =>
  setting.site.requests.map(url => Number(new URL(url, 'http://x').searchParams.get('start')))

test('a query is fetched page by page up to --max, the newest first, three seconds apart', async () => {
  serving(1000)
  const { code, complaints, printed } = await setting.fetch(...QUERY, '--limit', '250')
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] })
  expect(printed).toContain('250 papers in the corpus')
  expect(setting.site.requests[2]).toBe(
    '/api/query?search_query=cat%3Acs.CL&start=200&max_results=50&sortBy=submittedDate&sortOrder=descending',
  )
  expect(setting.clock.slept).toEqual([3000, 3000])
  expect(await setting.names()).toEqual([
    expect.stringMatching(/^arxiv-cat-cs-cl-\w+-start-0-count-100-2025-12-20\.xml$/),
    expect.stringContaining('-start-100-count-100-'),
    expect.stringContaining('-start-200-count-50-'),
  ])
  const corpus = await setting.corpus()
  const listed = (await papers()).find(({ id }) => id === '2512.10249')
  expect(listed).toMatchObject({ listedOn: ['2025-12-20'], positions: { '2025-12-20': 250 } })
  expect((await papers()).filter(({ listedOn }) => listedOn[0] !== '2025-12-20')).toEqual([])
  await rm(setting.out, { recursive: true })
  await setting.ingest(setting.sources)
  expect(await setting.corpus()).toEqual(corpus)
})

test('it ends where there are no more papers, and short pages leave no gap', async () => {
  serving(130, 60)
  const { code, printed } = await setting.fetch(...QUERY, '--limit', '200')
  expect(code).toBe(0)
  expect(printed).toContain('130 papers in the corpus')
  expect(starts()).toEqual([0, 60, 120])
})

test('pages of the same day are not fetched again, those of another day and other queries are', async () => {
  serving(150)
  await setting.fetch(...QUERY)
  await setting.fetch(...QUERY, '--limit', '200')
  expect(starts()).toEqual([0, 100])
  await setting.fetch(...QUERY.with(-1, 'cat cs CL'))
  await setting.clock.sleep(86_400_000)
  await setting.fetch(...QUERY)
  expect(starts()).toEqual([0, 100, 0, 0])
})

test('a page that is empty in the middle is asked for again', async () => {
  serving(200)
  const serve = setting.site.answer
  let empty = 0
  setting.site.answer = url =>
    url.searchParams.get('start') === '100' && empty++ < 2 ? body(feed(200, 100, ''), ATOM) : serve(url)
  expect(await setting.fetch(...QUERY, '--limit', '200')).toMatchObject({ code: 0, complaints: [] })
  expect(starts()).toEqual([0, 100, 100, 100])
})

test('what came before a page that cannot be had is taken', async () => {
  serving(300)
  const serve = setting.site.answer
  setting.site.answer = url =>
    url.searchParams.get('start') === '100' ? body(feed(300, 100, ''), ATOM) : serve(url)
  const { code, complaints, printed } = await setting.fetch(...QUERY, '--limit', '300')
  expect(code).toBe(1)
  expect(complaints).toEqual([
    expect.stringMatching(
      /start=100.*: the answer cannot be used: announces papers \(100\), but holds none.*\(4 tries\)$/,
    ),
  ])
  expect(printed).toContain('100 papers in the corpus')
})

test('a query that finds nothing is no error', async () => {
  setting.site.answer = () => body(feed(0, 0, ''), ATOM)
  const { code, complaints } = await setting.fetch(...QUERY)
  expect(complaints).toEqual([expect.stringMatching(/the arXiv finds no papers for cat:cs\.CL$/)])
  expect(code).toBe(0)
})

const ERROR = feed(
  1,
  0,
  '<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>malformed query</summary></entry>',
)

test.each([
  ['an error', body(ERROR, ATOM), 'the arXiv answers with an error: “malformed query”'],
  [
    'an error with its status',
    status(400, { 'content-type': ATOM }, ERROR),
    'answers 400 Bad Request: the arXiv answers with an error: “malformed query”',
  ],
  ['a bomb', body(`<!DOCTYPE x [<!ENTITY a "b">]>${ERROR}`, ATOM), '<!DOCTYPE is refused'],
  ['a cut feed', body(page(9, 0, 9).slice(0, 400), ATOM), 'not well-formed XML'],
  [
    'another feed',
    body('<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title></feed>', ATOM),
    'is an Atom feed (Blog), but not one of the arXiv API',
  ],
  ['JSON', body('{}', 'application/json'), 'answers with application/json, not Atom'],
])('%s instead of papers is named and not kept', async (_, handler, why) => {
  setting.site.answer = () => handler
  const { code, complaints } = await setting.fetch(...QUERY)
  expect(code).toBe(2)
  expect(complaints[0]).toContain(why)
  expect(await setting.names()).toEqual([])
})

test('each day of fetching makes a digest of that day, and a kept answer keeps its day when it is read later', async () => {
  serving(3)
  await setting.fetch(...QUERY)
  await setting.clock.sleep(86_400_000)
  serving(4)
  await setting.fetch(...QUERY)
  const days = async () => (await papers()).map(({ id, listedOn, addedOn }) => [id, listedOn, addedOn])
  const expected = [
    ...[0, 1, 2].map(at => [`2512.${10_000 + at}`, ['2025-12-20', '2025-12-21'], undefined]),
    ['2512.10003', ['2025-12-21'], undefined],
  ]
  expect(await days()).toEqual(expected)
  await rm(setting.out, { recursive: true })
  await setting.clock.sleep(30 * 86_400_000)
  await setting.ingest(setting.sources)
  expect(await days()).toEqual(expected)
})
