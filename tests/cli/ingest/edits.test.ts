import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingestCommand } from '#cli/ingest/ingestCommand.ts'
import { FakeClock } from './providers/site.ts'

const line = (fields: object) => `${JSON.stringify({ authors: ['Ada Example'], ...fields })}\n`
const PAPERS =
  line({ id: '2510.00001', title: 'Moons' }) +
  line({ title: 'Bread', authors: ['Bo Sample'] }) +
  line({ title: 'Kept', day: '2025-10-03' })

let folder: string
let source: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-edits-'))
  source = join(folder, 'some.jsonl')
  await writeFile(source, PAPERS)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const pathOf = (name: string) => join(folder, name)
async function run(args: string[], day = '2025-12-20') {
  const printed: string[] = []
  const complaints: string[] = []
  const output = {
    print: (text: string) => printed.push(text),
    complain: (text: string) => complaints.push(text.replaceAll(folder, '')),
    status: () => {},
  }
  const clock = new FakeClock(`${day}T08:00:00Z`)
  const code = await ingestCommand([...args, '--corpus', pathOf('papers')], output, clock)
  return { code, printed: printed.join('\n').replaceAll(folder, ''), complaints }
}
async function papers(): Promise<Record<string, unknown>[]> {
  const names = await readdir(pathOf('papers'))
  const texts = await Promise.all(names.sort().map(name => readFile(join(pathOf('papers'), name), 'utf8')))
  return texts.flatMap(text => JSON.parse(text).papers)
}
const titles = async () => (await papers()).map(({ title }) => title).sort()

test('a paper that is removed does not come back, under whatever id its records have', async () => {
  await run([source])
  expect((await run(['--remove', 'arXiv:2510.00001', 'bread', '--reason', 'listed by mistake'])).code).toBe(0)
  expect(await titles()).toEqual(['Kept'])
  expect(JSON.parse(await readFile(pathOf('removed.json'), 'utf8'))).toMatchObject({
    version: 1,
    removed: [
      { id: '2510.00001', title: 'Moons', day: '2025-12-20', reason: 'listed by mistake' },
      { id: 'bread', title: 'Bread' },
    ],
  })
  await writeFile(
    pathOf('again.jsonl'),
    PAPERS +
      line({ title: 'Other Title', id: 'https://arxiv.org/abs/2510.00001v2' }) +
      line({ title: 'moons!', authors: [] }) +
      line({ title: 'Bread', authors: ['Cy Third'] }),
  )
  const { code, complaints } = await run([pathOf('again.jsonl')])
  expect(code).toBe(0)
  expect(complaints).toContain('/again.jsonl: left out because /removed.json lists them as removed: 4 papers')
  // A paper with the same title by other authors is another paper.
  expect(await titles()).toEqual(['Bread', 'Kept'])
})

test.each([
  ['an arXiv id', { id: '2510.00002' }],
  ['a DOI', { doi: '10.1234/bread' }],
])('a paper that had no id when it was removed does not come back with %s', async (_, fields) => {
  await run([source])
  await run(['--remove', 'bread'])
  await writeFile(
    pathOf('again.jsonl'),
    line({ title: 'Bread', authors: ['B. Sample', 'Cy Third'], ...fields }),
  )
  await run([pathOf('again.jsonl')])
  expect(await titles()).toEqual(['Kept', 'Moons'])
  await writeFile(pathOf('other.jsonl'), line({ title: 'Bread', authors: ['Cy Third'], ...fields }))
  await run([pathOf('other.jsonl')])
  expect(await titles()).toEqual(['Bread', 'Kept', 'Moons'])
})

test('a paper that is removed does not come back under another title that it had', async () => {
  await run([source])
  await writeFile(pathOf('corrections.json'), JSON.stringify({ bread: { title: 'Bread and Butter' } }))
  await run([source])
  await run(['--remove', 'bread'])
  await rm(pathOf('corrections.json'))
  await run([source])
  expect(await titles()).toEqual(['Kept', 'Moons'])
})

test('an id that is not there is said, and the others are removed', async () => {
  await run([source])
  const { code, printed, complaints } = await run(['--remove', 'nobody', '2510.00001'])
  expect([code, complaints]).toEqual([
    1,
    ['/papers has no paper nobody: look for its id with npm run search.'],
  ])
  expect(printed).toContain('Removed 2510.00001: Moons')
  const again = await run(['--remove', '2510.00001'])
  expect([again.code, again.complaints]).toEqual([2, ['2510.00001 is removed already.', 'Nothing was done.']])
})

test('a paper that is restored comes back with its sources', async () => {
  await run([source])
  await run(['--remove', '2510.00001'])
  expect((await run(['--restore', '2510.00001'])).printed).toContain('Restored 2510.00001: Moons')
  await run([source])
  expect(await titles()).toEqual(['Bread', 'Kept', 'Moons'])
  expect((await run(['--restore', 'x'])).complaints).toEqual([
    '/removed.json lists no paper x.',
    'Nothing was done.',
  ])
})

test.each([
  [['--remove'], '--remove needs the ids of papers, such as 2512.00001.'],
  [['--remove', '--restore', 'x'], '--restore does not go with --remove: leave one of them out.'],
  [['--remove', 'x', '--from', 'arxiv'], '--from does not go with --remove: leave one of them out.'],
  [['--reason', 'why', 'x'], '--reason belongs to --remove.'],
  [['--restore', '--reason', 'why', 'x'], '--reason belongs to --remove.'],
])('%j makes no sense', async (args, why) => {
  expect(await run(args)).toMatchObject({ code: 2, complaints: [why] })
})

test('corrections override single fields, and stay when the sources are read again', async () => {
  await writeFile(
    pathOf('corrections.json'),
    JSON.stringify({
      '2510.00001': { title: 'Moons and Tides', authors: ['Ada B. Example'], keywords: ['tides'] },
      bread: { authors: null, tite: 'x', publishedAt: 'soon' },
      nobody: { title: 'x' },
    }),
  )
  const { code, complaints } = await run([source])
  expect(code).toBe(1)
  expect(complaints.slice(1)).toEqual([
    expect.stringContaining('"bread".tite: left out: no field of papers; there are title, titleTex,'),
    expect.stringContaining('"bread".publishedAt: left out:'),
    '/corrections.json:nobody: no paper of the corpus has this id: nothing is corrected',
  ])
  const before = await papers()
  expect(before.find(({ id }) => id === '2510.00001')).toMatchObject({
    title: 'Moons and Tides',
    alsoTitled: ['Moons'],
    authors: ['Ada B. Example'],
    keywords: ['tides'],
  })
  expect(before.find(({ id }) => id === 'bread')).not.toHaveProperty('authors')
  const again = await run([source], '2025-12-21')
  expect(again.printed).toContain('Nothing to write')
  expect(await papers()).toEqual(before)
})

test('a correction of a paper that was removed is no fault', async () => {
  await run([source])
  await writeFile(pathOf('corrections.json'), JSON.stringify({ bread: { title: 'Loaf' } }))
  await run(['--remove', 'bread'])
  const { code, complaints } = await run([source])
  expect(code).toBe(0)
  expect(complaints).not.toContainEqual(expect.stringContaining('corrections.json'))
})

test.each([
  ['corrections.json', '[]', /corrections\.json is broken/],
  ['corrections.json', '{"a": {"title": ', /corrections\.json:1: not valid JSON/],
  ['removed.json', '{"version": 1, "removed": [{}]}', /removed\.json is broken: removed\[0\]\.id/],
])('%s that cannot be read stops with a sentence: %s', async (name, text, why) => {
  await writeFile(pathOf(name), text)
  const { code, complaints } = await run([source])
  expect([code, complaints]).toEqual([2, [expect.stringMatching(why)]])
})

test('papers that nobody lists have the day on which they came in, and keep it', async () => {
  await run([source])
  const days = async () => (await papers()).map(({ title, addedOn }) => [title, addedOn]).sort()
  const expected = [
    ['Bread', '2025-12-20'],
    ['Kept', undefined],
    ['Moons', '2025-12-20'],
  ]
  expect(await days()).toEqual(expected)
  expect((await run([source], '2026-01-05')).printed).toContain('Nothing to write')
  expect(await days()).toEqual(expected)
})

test('the id of a removed paper is never given to another paper of its title', async () => {
  const kim = line({ title: 'Same Title', authors: ['Ada Kim'] })
  const hao = line({ title: 'Same Title', authors: ['Bo Hao'] })
  await writeFile(pathOf('both.jsonl'), kim + hao)
  await run([pathOf('both.jsonl')])
  const ofKim = (await papers()).find(({ authors }) => (authors as string[])[0] === 'Ada Kim')?.[
    'id'
  ] as string
  const ofHao = (await papers()).find(({ authors }) => (authors as string[])[0] === 'Bo Hao')?.[
    'id'
  ] as string
  expect((await run(['--remove', ofKim])).code).toBe(0)
  await run([pathOf('both.jsonl')])
  expect(await papers()).toMatchObject([{ id: ofHao, aliases: [], authors: ['Bo Hao'] }])
  await rm(pathOf('papers'), { recursive: true })
  await run([pathOf('both.jsonl')])
  expect((await papers()).map(({ id, aliases }) => [id, ...(aliases as string[])])).not.toContainEqual(
    expect.arrayContaining([ofKim]),
  )
})

const CLAIMED =
  line({ title: 'Elephants in the Room', id: '2501.11111', authors: ['Ada Kim'] }) +
  line({ title: 'Quantum Lattices', id: '2501.11111', authors: ['Bo Hao'] })

test('two papers that claim one id stay two when the title of one is corrected', async () => {
  await writeFile(pathOf('claimed.jsonl'), CLAIMED)
  await run([pathOf('claimed.jsonl')])
  expect(await titles()).toEqual(['Elephants in the Room', 'Quantum Lattices'])
  const owner = (await papers()).find(({ id }) => id === '2501.11111')?.['title'] as string
  await writeFile(pathOf('corrections.json'), JSON.stringify({ '2501.11111': { title: 'Corrected' } }))
  await run([pathOf('claimed.jsonl')])
  const others = ['Elephants in the Room', 'Quantum Lattices'].filter(title => title !== owner)
  expect(await titles()).toEqual(['Corrected', ...others].sort())
})

test('a paper that wrongly claims the id of a removed one comes in without it, and is named', async () => {
  await writeFile(pathOf('claimed.jsonl'), CLAIMED)
  await run([pathOf('claimed.jsonl')])
  const owner = (await papers()).find(({ id }) => id === '2501.11111')?.['title'] as string
  await run(['--remove', '2501.11111'])
  await rm(pathOf('papers'), { recursive: true })
  const { code, complaints } = await run([pathOf('claimed.jsonl')])
  expect(code).toBe(1)
  expect(complaints.join('\n')).toContain('the arXiv id 2501.11111 is that of a removed paper')
  const others = ['Elephants in the Room', 'Quantum Lattices'].filter(title => title !== owner)
  expect(await titles()).toEqual(others)
  expect((await papers())[0]).not.toHaveProperty('arxivId')
})

const listRemoved = (removed: object[]) =>
  writeFile(
    pathOf('removed.json'),
    JSON.stringify({
      version: 1,
      removed: removed.map(paper => ({
        aliases: [],
        dois: [],
        authors: ['Ada Example'],
        day: '2025-12-01',
        ...paper,
      })),
    }),
  )

test('papers that leave the corpus because they are listed as removed are named, ten of them', async () => {
  const twelve = Array.from({ length: 12 }, (_, at) => ({
    id: `2510.000${at + 10}`,
    title: `Paper Number ${at + 10}`,
  }))
  await writeFile(source, twelve.map(line).join(''))
  await run([source])
  await listRemoved(twelve)
  await writeFile(pathOf('other.jsonl'), line({ title: 'Kept', day: '2025-10-03' }))
  const { code, complaints } = await run([pathOf('other.jsonl')])
  expect(code).toBe(0)
  expect(complaints).toHaveLength(11)
  expect(complaints[0]).toBe(
    '/removed.json:2510.00010: leaves the corpus, as this file lists it as removed: “Paper Number 10”',
  )
  expect(complaints[10]).toBe(
    '/removed.json: leave the corpus as well, as this file lists them as removed: 2 papers',
  )
  expect(await titles()).toEqual(['Kept'])
})

test.each([
  ['an arXiv id', { id: '2510.00002' }],
  ['a DOI', { doi: '10.1234/bread' }],
])('a paper of the corpus with %s stays though one of its title is removed', async (_, fields) => {
  const bread = line({ title: 'Bread', ...fields })
  await writeFile(source, bread)
  await run([source])
  await listRemoved([{ id: 'bread', title: 'Bread' }])
  await writeFile(source, line({ title: 'Kept', day: '2025-10-03' }))
  expect((await run([source])).complaints).toEqual([])
  expect(await titles()).toEqual(['Bread', 'Kept'])
})

test('what sources say of a paper that stays is taken in though one of its title is removed', async () => {
  const bread = { title: 'Bread', id: '2510.00002', day: '2025-10-03' }
  await writeFile(source, line(bread))
  await run([source])
  await listRemoved([{ id: 'bread', title: 'Bread' }])
  await writeFile(source, line({ ...bread, abstract: 'Of loaves.' }))
  expect((await run([source])).complaints).toEqual([])
  expect(await papers()).toMatchObject([{ abstract: 'Of loaves.' }])
})

test('a correction that names no paper is said, and loses nothing', async () => {
  await writeFile(pathOf('corrections.json'), JSON.stringify({ nobody: { title: 'x' } }))
  await writeFile(source, line({ title: 'Kept', day: '2025-10-03' }))
  expect(await run([source, '--strict'])).toMatchObject({
    code: 0,
    complaints: ['/corrections.json:nobody: no paper of the corpus has this id: nothing is corrected'],
  })
})

test('a field that a correction takes out is not what a source gave', async () => {
  await writeFile(source, line({ title: 'Bread', day: '2025-10-03', published: '2025-10-01', abstract: 'x' }))
  await run([source])
  const gave = async () => (await papers()).flatMap(({ sources }) => sources as { gave: string[] }[])[0]?.gave
  expect(await gave()).toEqual(expect.arrayContaining(['abstract', 'authors', 'publishedAt']))
  const taken = { abstract: null, publishedAt: null }
  await writeFile(pathOf('corrections.json'), JSON.stringify({ bread: taken }))
  await run([source])
  expect(await gave()).toContain('authors')
  expect(await gave()).not.toContain('abstract')
  expect(await gave()).not.toContain('publishedAt')
  expect((await run([source])).printed).toContain('Nothing to write')
})

test('once a correction is deleted and its source is read again, what the source says is back', async () => {
  await writeFile(source, line({ title: 'Bread', day: '2025-10-03', abstract: 'Of loaves.' }))
  const corrections = { title: 'Bread, Corrected at Length', abstract: 'Of many more loaves.', authors: null }
  await writeFile(pathOf('corrections.json'), JSON.stringify({ bread: corrections }))
  await run([source])
  expect(await papers()).toMatchObject([{ title: corrections.title, abstract: corrections.abstract }])
  await rm(pathOf('corrections.json'))
  await run([source])
  expect(await papers()).toMatchObject([
    { title: 'Bread', abstract: 'Of loaves.', authors: ['Ada Example'], alsoTitled: [corrections.title] },
  ])
})

test.each([
  ['plain', 'Beta Decay'],
  ['with TeX', 'The $\\gamma$ Decay'],
])('a title that is corrected takes the TeX of the wrong one along: %s', async (_, title) => {
  await writeFile(source, line({ title: 'Bread', day: '2025-10-03' }))
  await run([source])
  await writeFile(source, line({ id: '2510.00007', title: 'The $\\beta$ Dcay', day: '2025-10-03' }))
  await writeFile(pathOf('corrections.json'), JSON.stringify({ '2510.00007': { title } }))
  for (let times = 0; times < 2; times++) await run([source])
  const paper = (await papers()).find(({ id }) => id === '2510.00007')
  expect(paper).toMatchObject({ title })
  expect(paper?.['titleTex']).toBe(title.includes('$') ? title : undefined)
})

test('what a list of removed papers left half written is cleared away, and nothing else', async () => {
  const foreign = ['removed.json.part', 'removed.json.old.part']
  for (const name of ['.removed.json.part', 'removed.json.123.part', ...foreign])
    await writeFile(pathOf(name), '{')
  await run([source])
  expect((await readdir(folder)).filter(name => name.includes('removed')).sort()).toEqual(foreign.toSorted())
})

test('a list of removed papers that is a link stays one', async () => {
  await run([source])
  await writeFile(pathOf('list.json'), '{"version": 1, "removed": []}')
  await symlink(pathOf('list.json'), pathOf('removed.json'))
  await run(['--remove', 'bread'])
  expect(JSON.parse(await readFile(pathOf('list.json'), 'utf8')).removed).toMatchObject([{ id: 'bread' }])
})

test('a paper is removed and restored by its DOI', async () => {
  await writeFile(pathOf('doi.jsonl'), line({ title: 'Tides', doi: '10.1000/Tides', authors: ['Ada Kim'] }))
  await run([pathOf('doi.jsonl')])
  expect((await run(['--remove', 'https://doi.org/10.1000/tides'])).code).toBe(0)
  expect(await titles()).toEqual([])
  expect((await run(['--restore', '10.1000/tides'])).code).toBe(0)
})
