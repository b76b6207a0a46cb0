import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAdded, listingDays } from '#core/papers/listingDays.ts'
import { Setting } from './run.ts'
import { body, status } from './site.ts'

const setting = new Setting()

const entry = (id: string) =>
  `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Title of ${id}</title><summary>What ${id} says.</summary><published>2025-10-01T00:00:00Z</published><author><name>Ada Example</name></author></entry>`
const feed = (ids: string[], total = ids.length, more = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><id>http://arxiv.org/api/x</id><title>ArXiv Query</title><opensearch:totalResults>${total}</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>${ids.map(entry).join('')}${more}</feed>`

const LIST = `# Awesome moons

- [Moons and Tides](https://arxiv.org/abs/2510.00001v2) by Example
- **Slow Bread**: [[paper]](https://huggingface.co/papers/2510.00002) [[code]](https://github.com/a/b)
- https://www.alphaxiv.org/overview/2510.00003
- [Long Loaves](https://doi.org/10.1000/Loaves), in print
`

async function list(text = LIST): Promise<string> {
  const path = join(setting.folder, 'awesome.md')
  await writeFile(path, text)
  return path
}
const papers = async () =>
  Object.values(await setting.corpus())
    .flatMap(text => JSON.parse(text).papers)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const answerAll = (without: string[] = []) => {
  setting.site.answer = url =>
    body(
      feed((url.searchParams.get('id_list') ?? '').split(',').filter(id => !without.includes(id))),
      'application/atom+xml',
    )
}

test('without --complete a text with ids says how many it has, and how many are known', async () => {
  const path = await list()
  expect(await setting.ingest(path)).toMatchObject({
    code: 1,
    complaints: [
      `${path}: only names 4 papers by ids (0 in the corpus already): run the same command with --complete to take them in`,
    ],
  })
  expect(setting.site.requests).toEqual([])
})

test('with --complete its papers are completed over the arXiv, in one request, once', async () => {
  answerAll()
  const { code } = await setting.fetch(await list(), '--complete')
  expect(code).toBe(0)
  expect((await papers()).map(({ id, title, abstract, dois }) => [id, title, abstract, dois])).toEqual([
    ['2510.00001', 'Title of 2510.00001', 'What 2510.00001 says.', []],
    ['2510.00002', 'Title of 2510.00002', 'What 2510.00002 says.', []],
    ['2510.00003', 'Title of 2510.00003', 'What 2510.00003 says.', []],
    ['long-loaves', 'Long Loaves', undefined, ['10.1000/loaves']],
  ])
  // No source lists them: their digest is that of the day on which they were added.
  expect((await papers()).map(paper => [...listingDays(paper), isAdded(paper)])).toEqual(
    Array(4).fill(['2025-12-20', true]),
  )
  expect(setting.site.requests).toHaveLength(1)
  const before = await setting.corpus()
  await setting.fetch(await list(), '--complete')
  expect(setting.site.requests).toHaveLength(1)
  expect(await setting.corpus()).toEqual(before)
})

test('an id that does not exist is named with its line, and the others are completed', async () => {
  answerAll(['2510.00003'])
  const path = await list()
  const { code, complaints } = await setting.fetch(path, '--complete')
  expect(code).toBe(1)
  expect(complaints).toContain(`${path}:5: the arXiv has no paper 2510.00003: correct the id`)
  expect((await papers()).map(({ id }) => id)).toEqual(['2510.00001', '2510.00002', 'long-loaves'])
})

test('an id that the arXiv did not know is asked for again', async () => {
  answerAll(['2510.00003'])
  await setting.fetch(await list(), '--complete')
  await setting.fetch(await list(), '--complete')
  answerAll()
  expect((await setting.fetch(await list(), '--complete')).code).toBe(0)
  expect((await papers()).map(({ id }) => id)).toContain('2510.00003')
})

test('where the arXiv cannot be reached the papers are stubs, and a later run completes them', async () => {
  setting.site.answer = () => status(404)
  const path = await list()
  const { code, complaints } = await setting.fetch(path, '--complete')
  expect(code).toBe(1)
  expect(complaints).toContain(
    `${path}:5: 2510.00003 could not be completed: run the same command again when the arXiv can be reached`,
  )
  expect((await papers()).map(({ id, title }) => [id, title])).toEqual([
    ['2510.00001', 'Moons and Tides'],
    ['2510.00002', 'Slow Bread'],
    ['2510.00003', 'arXiv:2510.00003'],
    ['long-loaves', 'Long Loaves'],
  ])
  answerAll()
  expect((await setting.fetch(path, '--complete')).code).toBe(0)
  expect((await papers()).map(({ title }) => title)).toEqual([
    'Title of 2510.00001',
    'Title of 2510.00002',
    'Title of 2510.00003',
    'Long Loaves',
  ])
})

test('more ids than one answer holds are asked for in batches, three seconds apart', async () => {
  answerAll()
  const ids = Array.from({ length: 150 }, (_, at) => `2510.${String(at + 1).padStart(5, '0')}`)
  await setting.fetch(await list(ids.map(id => `arXiv:${id}`).join(' and ')), '--complete')
  expect(setting.site.requests.map(request => request.split('%2C').length)).toEqual([100, 50])
  expect(setting.clock.slept).toEqual([3000])
  expect(await papers()).toHaveLength(150)
})

const ATOM = 'application/atom+xml'
const idsOf = (url: URL): string[] => (url.searchParams.get('id_list') ?? '').split(',')
const idsOfRequests = () => setting.site.requests.map(request => idsOf(new URL(request, 'http://x')))
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `2510.${String(at + 1).padStart(5, '0')}`)
const error = (of: string) =>
  `<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>${of}</summary></entry>`

test('what an answer announces and does not hold is asked for again', async () => {
  setting.site.answer = url => body(feed(idsOf(url).slice(0, 2), idsOf(url).length), ATOM)
  const { code } = await setting.fetch(await list(), '--complete')
  expect(code).toBe(0)
  expect(idsOfRequests()).toEqual([['2510.00001', '2510.00002', '2510.00003'], ['2510.00003']])
  expect((await papers()).map(({ title }) => title)).toContain('Title of 2510.00003')
})

test.each([
  ['is cut each time', 3],
  ['does not say how many papers there are', undefined],
])('no id is called wrong where the answer %s', async (_, total) => {
  const known = ['2510.00001', '2510.00002']
  setting.site.answer = url => {
    const text = feed(
      idsOf(url).filter(id => known.includes(id)),
      total,
    )
    return body(
      total === undefined ? text.replace(/<opensearch:totalResults>.*?<.opensearch:totalResults>/, '') : text,
      ATOM,
    )
  }
  const path = await list()
  const { code, complaints } = await setting.fetch(path, '--complete')
  expect(code).toBe(1)
  expect(complaints).toContain(
    `${path}:5: 2510.00003 could not be completed, as the answer of the arXiv holds fewer papers than it announces: run the same command again`,
  )
  expect(complaints.join()).not.toContain('correct the id')
  expect((await papers()).map(({ title }) => title)).toContain('arXiv:2510.00003')
})

test.each([
  ['with HTTP 400', (text: string) => status(400, { 'content-type': ATOM }, text)],
  ['with an error alone', (text: string) => body(text, ATOM)],
])('a batch that is refused %s for one id is halved, and the id is named', async (_, refuse) => {
  const bad = '2510.00042'
  setting.site.answer = url =>
    idsOf(url).includes(bad)
      ? refuse(feed([], 1, error(`incorrect id format for ${bad}`)))
      : body(feed(idsOf(url)), ATOM)
  const path = await list(
    numbered(100)
      .map(id => `arXiv:${id}`)
      .join('\n'),
  )
  const { code, complaints } = await setting.fetch(path, '--complete')
  expect([code, complaints]).toEqual([
    1,
    [`${path}:42: the arXiv refuses the id ${bad} (“incorrect id format for ${bad}”): correct the id`],
  ])
  expect((await papers()).map(({ abstract }) => abstract)).toEqual(
    numbered(100)
      .filter(id => id !== bad)
      .map(id => `What ${id} says.`),
  )
})

test('an error among the papers of an answer is asked for alone, and names its id', async () => {
  const bad = '2510.00003'
  setting.site.answer = url => {
    const good = idsOf(url).filter(id => id !== bad)
    return body(feed(good, idsOf(url).length, idsOf(url).includes(bad) ? error(`bad ${bad}`) : ''), ATOM)
  }
  const path = await list()
  const { complaints } = await setting.fetch(path, '--complete')
  expect(complaints).toContain(`${path}:5: the arXiv refuses the id ${bad} (“bad ${bad}”): correct the id`)
  expect(await papers()).toHaveLength(3)
})

test('where 400 answers everything, papers stay stubs, and the site is not asked for each id', async () => {
  setting.site.answer = () => status(400)
  const path = await list(
    numbered(100)
      .map(id => `arXiv:${id}`)
      .join('\n'),
  )
  const { code } = await setting.fetch(path, '--complete')
  expect(code).toBe(1)
  expect(await papers()).toHaveLength(100)
  expect(setting.site.requests.length).toBeLessThan(40)
})

test('an id with a subject class is the one that the arXiv answers without it', async () => {
  setting.site.answer = () => body(feed(['math/0309136']), ATOM)
  const { code } = await setting.fetch(await list('arXiv:math.GT/0309136'), '--complete')
  expect(code).toBe(0)
  expect((await papers()).map(({ id, title }) => [id, title])).toEqual([
    ['math/0309136', 'Title of math/0309136'],
  ])
})
