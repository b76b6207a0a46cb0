import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ingestCommand } from '#cli/ingest/ingestCommand.ts'
import { parseText, readFiles } from '#cli/ingest/readFiles.ts'
import { atomEntry, bib, day, feed, type HostileImport } from './imports/import.ts'
import { hostileImports } from './imports/imports.ts'

const SEED = 1

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-hostile-'))
})

afterEach(() => rm(folder, { recursive: true }))

let all: HostileImport[] = []
beforeAll(() => {
  all = hostileImports(SEED)
})
afterAll(() => {
  all = []
})

/** What only the machine that reads can be to blame for. */
const SLIPS = /undefined|\[object|NaN|TypeError|RangeError|at .*\.ts:|\n/

/** The problems of each file, by its name. */
interface Report {
  files: { path: string; read: number }[]
  problems: { file: string; where: string; why: string; lost: boolean }[]
  outcome: string
  /** How many there are now. */
  papers: number
}

async function ingested(from: string, ...more: string[]): Promise<{ code: number; report: Report }> {
  const printed: string[] = []
  const output = { print: (text: string) => printed.push(text), complain: () => {}, status: () => {} }
  const code = await ingestCommand([from, '--json', '--corpus', join(folder, 'papers'), ...more], output)
  return { code, report: JSON.parse(printed.join('')) }
}

const ROWS = [2, 8, 10, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31, 32]

describe.each(ROWS)('hostile files [row %i]', row => {
  test('each is named with place and reason or is a good one, and nothing else happens', async () => {
    const files = all.filter(file => file.row === row)
    expect(files).not.toEqual([])
    const from = join(folder, 'in')
    await mkdir(from)
    for (const { name, content } of files) await writeFile(join(from, name), content)
    const prototype = Reflect.ownKeys(Object.prototype)
    const { code, report: whole } = await ingested(from)
    // Many of the files give one arXiv id to a paper of another title: that is said too, and tested elsewhere.
    const isClaim = ({ why }: { why: string }) => why.startsWith('the arXiv id ')
    const report = { ...whole, problems: whole.problems.filter(problem => !isClaim(problem)) }
    expect(Reflect.ownKeys(Object.prototype)).toEqual(prototype)
    expect({}).not.toHaveProperty('polluted')
    expect(code).toBe(files.some(({ says }) => says) || whole.problems.some(isClaim) ? 1 : 0)
    const answers = files.map(({ name, says }) => {
      const whys = report.problems
        .filter(({ file, lost }) => lost && file === join(from, name))
        .map(({ why }) => why)
      return {
        name,
        papers: report.files.find(({ path }) => path === join(from, name))?.read,
        // One message where nothing could be read, one for each thing left out where something could.
        says:
          whys.length === 0
            ? 'nothing'
            : whys.every(why => says?.test(why) && !SLIPS.test(why) && why.length < 500)
              ? 'why'
              : whys,
      }
    })
    expect(answers).toEqual(
      files.map(({ name, papers, says }) => ({ name, papers, says: says ? 'why' : 'nothing' })),
    )
    for (const { name, messages = 1 } of files.filter(({ papers }) => papers === 0)) {
      const lost = report.problems.filter(({ file, lost }) => lost && file === join(from, name))
      expect({ name, messages: lost.length }).toEqual({ name, messages })
    }
    // What was written is a whole corpus: it is read back without a word.
    const back = report.papers > 0 ? await readFiles([join(folder, 'papers')]) : []
    expect(back.flatMap(({ reading }) => reading.problems)).toEqual([])
    expect(back.reduce((sum, { reading }) => sum + reading.records.length, 0)).toBe(report.papers)
  }, 60_000)
})

test('there are at least 150 hostile files, each of its own name, and the same for the same seed', () => {
  const files = all
  expect(files.length).toBeGreaterThan(150)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  expect(new Set(files.map(({ row }) => row))).toEqual(new Set(ROWS))
  expect(hostileImports(SEED).map(({ content }) => String(content).slice(0, 1_000))).toEqual(
    files.map(({ content }) => String(content).slice(0, 1_000)),
  )
})

test('what is no file is named, once, and a folder is gone through', async () => {
  const from = join(folder, 'in')
  await mkdir(join(from, 'folder.json'), { recursive: true })
  await writeFile(join(from, 'folder.json/daily-papers-2025-12-11.json'), day('A Good Paper'))
  await symlink('nowhere', join(from, 'link.json'))
  await symlink('circle.json', join(from, 'circle.json'))
  await symlink('..', join(from, 'folder-link'))
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(from, 'pipe.json')])
  const { code, report } = await ingested(from)
  expect(code).toBe(1)
  expect(report).toMatchObject({ papers: 1 })
  const said = report.problems.map(({ file, why }) => `${file.slice(from.length + 1)}: ${why}`)
  expect(said.sort()).toEqual([
    expect.stringMatching(/^circle\.json: cannot be read: ELOOP/),
    expect.stringMatching(/^folder-link: is a link to a folder: /),
    'link.json: is a link to nothing',
    expect.stringMatching(/^pipe\.json: is no file: /),
  ])
})

test('with --strict a single file that is cut keeps all from being written [row 21]', async () => {
  const from = join(folder, 'in')
  await mkdir(from)
  await writeFile(join(from, 'good.json'), day('Good'))
  await writeFile(join(from, 'cut.json'), day('Cut').slice(0, -3))
  const { code, report } = await ingested(from, '--strict')
  expect({ code, outcome: report.outcome }).toEqual({ code: 1, outcome: 'strict' })
  await expect(readFiles([join(folder, 'papers')])).rejects.toThrow('There is no file or folder')
})

test('a file that is gone when it is to be read is named, a folder that never was is refused', async () => {
  const paths = ['a.json', 'b.json'].map(name => join(folder, name))
  for (const path of paths) await writeFile(path, day('A'))
  const files = await readFiles(paths, undefined, ({ filesRead }) => {
    if (filesRead === 0) rmSync(paths[1] as string)
  })
  expect(
    files.map(({ reading }) =>
      reading.problems.filter(({ dropped }) => dropped).map(({ message }) => message),
    ),
  ).toEqual([[], ['is gone']])
  await expect(readFiles([join(folder, 'never')])).rejects.toThrow('There is no file or folder')
})

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../x', '..', '', '/etc/passwd']

test('names that mean something to the language or the file system are names of papers like others [row 15, 16]', async () => {
  const lines = NAMES.map(
    name =>
      `{"id":${JSON.stringify(name)},"title":${JSON.stringify(name || 'No Name')},"__proto__":{"polluted":1}}`,
  )
  await writeFile(join(folder, 'names.jsonl'), lines.join('\n'))
  const entry = `{"__proto__":{"polluted":1},"paper":{"constructor":{"prototype":{"polluted":1}},"__proto__":{"title":"Inherited"},"id":"__proto__","title":"Own"}}`
  await writeFile(join(folder, 'day-2025-12-11.json'), `[${entry}]`)
  const out = join(folder, 'papers')
  const output = { print: () => {}, complain: () => {}, status: () => {} }
  await ingestCommand([folder, '--corpus', out], output)
  const titles = (await readFiles([out])).flatMap(({ reading }) =>
    reading.records.map(({ paper }) => paper.title),
  )
  expect(titles.sort()).toEqual([...NAMES.map(name => name || 'No Name'), 'Own'].sort())
  expect({}).not.toHaveProperty('polluted')
})

const LINES = '{"title":"One"}\n{"title":"Two"}\n'

test.each([
  ['a day', 'day-2025-12-11.json', day('A')],
  ['a feed', 'feed.xml', feed(atomEntry('A'))],
  ['JSON Lines', 'some.jsonl', LINES],
  ['BibTeX', 'some.bib', bib('author = {Li, Ana}, year = {2025}')],
  ['facts', 'some.facts.json', '[{"title":"A"}]'],
  ['a month', '2025-12.json', '{"version":1,"papers":[]}'],
])('%s cut anywhere says so, or is whole as far as it goes [row 21]', (_, name, text) => {
  const whole = parseText(name, text).reading.records.length
  for (let length = 0; length < text.trimEnd().length; length++) {
    const { records, problems } = parseText(name, text.slice(0, length)).reading
    const isSaid = problems.some(({ dropped }) => dropped)
    const isWholeLine = name === 'some.jsonl' && (length === 15 || length === 16)
    expect({ length, isSaid }).toEqual({ length, isSaid: !isWholeLine })
    expect(records.length).toBeLessThanOrEqual(whole)
  }
})

test('a compressed file cut at any byte is refused [row 21]', async () => {
  const packed = gzipSync(LINES)
  const paths = Array.from({ length: packed.length - 2 }, (_, at) => join(folder, `${at + 2}.jsonl.gz`))
  await Promise.all(paths.map((path, at) => writeFile(path, packed.subarray(0, at + 2))))
  for (const { path, reading } of await readFiles(paths)) {
    expect(reading, path).toEqual({
      records: [],
      problems: [{ where: '', message: expect.stringContaining('damaged or cut off'), dropped: true }],
    })
  }
})
