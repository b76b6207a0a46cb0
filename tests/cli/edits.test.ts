import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingestCommand } from '#cli/ingestCommand.ts'
import { FakeClock } from './remote/site.ts'

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
  const code = await ingestCommand([...args, '--out', pathOf('papers')], output, clock)
  return { code, printed: printed.join('\n').replaceAll(folder, ''), complaints }
}
async function papers(): Promise<Record<string, unknown>[]> {
  const { readdir } = await import('node:fs/promises')
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
  // Another paper of the same title by others is not that one.
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
  [['--remove', '--restore', 'x'], 'Either --remove or --restore.'],
  [['--remove', 'x', '--from', 'arxiv'], '--from does not go with --remove.'],
  [['--reason', 'why', 'x'], '--reason belongs to --remove.'],
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
