import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingestCommand } from '#cli/ingestCommand.ts'
import { readInputs, readText } from '#cli/inputs.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-hostile-'))
})

afterEach(() => rm(folder, { recursive: true }))

const day = (title: string): string =>
  JSON.stringify([{ paper: { id: '2512.00001', title, summary: 'Words.', authors: [], upvotes: 1 } }])
const ATOM =
  '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2512.00001</id><title>A</title></entry></feed>'
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const UNKNOWN =
  'is in no format known here, and not valid JSON: nested deeper than 64 levels \\(column \\d+\\)'

/** By the name of each file: what it holds, and what is said of it, from behind the name on. */
const HOSTILE: Record<string, [content: string | Uint8Array, says: string]> = {
  'archive.json': [Buffer.from('PK\u0003\u0004\u0014\xff', 'latin1'), ': is a ZIP archive, not text'],
  'bomb.json.gz': [gzipSync(Buffer.alloc(60_000_000, ' ')), ': is larger than 20 MB'],
  'bomb.jsonl.gz': [
    gzipSync(`{"title":"Before the Bomb"}\n${'\n'.repeat(60_000_000)}`),
    ':\\d+: nothing from here on was read: the file unpacks to more than 100 times its length',
  ],
  'cut.json.gz': [
    gzipSync(day('A')).subarray(0, 40),
    ': holds compressed data that is damaged or cut off .*',
  ],
  'deep.json': [deep(100_000), `:1: deep.json ${UNKNOWN}`],
  'deeper.json': [deep(5_000_000), `:1: deeper.json ${UNKNOWN}`],
  'deep.jsonl': [
    `{"title":"Good Line"}\n{"title":"A","x":${deep(100_000)}}`,
    ':2: line left out: not valid JSON: .*',
  ],
  'deep-strings.json': [
    JSON.stringify([`{'paper': {'id': ${'['.repeat(1_000_000)}`]),
    ':\\[0\\].paper.title: entry left out: missing or empty; nested deeper than 64 levels .*',
  ],
  'deep.xml': [
    `<feed xmlns="http://www.w3.org/2005/Atom">${'<a>'.repeat(100_000)}`,
    ':1: nested deeper than 64 levels',
  ],
  'document.json': ['%PDF-1.4', ': is a PDF, not text'],
  'doctype.xml': [`<!DOCTYPE feed [<!ENTITY a "b">]>\n${ATOM}`, ':1: <!DOCTYPE is refused: .*'],
  'empty.json': ['', ': is empty'],
  'entity.xml': [ATOM.replace('A</', '&a;</'), ':1: not well-formed XML: .*'],
  'latin-1.json': [Buffer.from(day('\u00c9t\u00e9'), 'latin1'), ': is not UTF-8 text'],
  'newer.json': ['{"version":99,"papers":[]}', ': was made by a newer version of Broadsheet'],
  'page.json': ['<html><p>Daily Papers', ': is the HTML of a web page: .*'],
  'trailing.json': [`${day('A')} more`, ':1: not valid JSON: nothing more expected, found "m" .*'],
  'twice.json': [day('A').repeat(2), ':1: not valid JSON: nothing more expected, found "\\[" .*'],
  'utf-16-without-mark.json': [Buffer.from(day('A'), 'utf16le'), ': is binary, not text'],
  'numbers.json': [day('A').replace('"A"', '7'), ':\\[0\\].paper.title: entry left out: not of type string'],
}

test('of a folder of hostile files each is named once with place and reason, and the good ones are taken in', async () => {
  const from = join(folder, 'in')
  await mkdir(join(from, 'folder.json'), { recursive: true })
  for (const [name, [content]] of Object.entries(HOSTILE)) await writeFile(join(from, name), content)
  await writeFile(join(from, 'folder.json/daily-papers-2025-12-11.json'), day('A Good Paper'))
  await symlink('nowhere', join(from, 'link.json'))
  await symlink('circle.json', join(from, 'circle.json'))
  await symlink('..', join(from, 'folder-link'))
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(from, 'pipe.json')])
  const complaints: string[] = []
  const printed: string[] = []
  const code = await ingestCommand([from, '--json', '--out', join(folder, 'papers')], {
    print: line => printed.push(line),
    complain: line => complaints.push(line),
    status: () => {},
  })
  expect(code).toBe(1)
  const report = JSON.parse(printed.join(''))
  expect(report).toMatchObject({ papers: 3, report: 'reports/ingest.txt' })
  const said = new Map<string, string>(
    report.problems.map(({ file, where, why }: Record<string, string>) => [
      file?.slice(from.length + 1),
      `${where === '' ? '' : `:${where?.replace('line ', '')}`}: ${why}`,
    ]),
  )
  const expected = {
    ...Object.fromEntries(Object.entries(HOSTILE).map(([name, [, says]]) => [name, says])),
    'circle.json': ': cannot be read: ELOOP.*',
    'folder-link': ': is a link to a folder: .*',
    'link.json': ': is a link to nothing',
    'pipe.json': ': is no file: .*',
  }
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([name, says]) => [name, expect.stringMatching(new RegExp(`^${says}$`))]),
    ),
  )
  expect(report.problems).toHaveLength(said.size)
}, 30_000)

test('a file that is gone when it is to be read is named, a folder that never was is refused', async () => {
  const paths = ['a.json', 'b.json'].map(name => join(folder, name))
  for (const path of paths) await writeFile(path, day('A'))
  const files = await readInputs(paths, undefined, ({ filesRead }) => {
    if (filesRead === 0) rmSync(paths[1] as string)
  })
  expect(
    files.map(({ reading }) => reading.problems.filter(({ lost }) => lost).map(({ why }) => why)),
  ).toEqual([[], ['is gone']])
  await expect(readInputs([join(folder, 'never')])).rejects.toThrow('There is no file or folder')
})

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../x', '..', '', '/etc/passwd']

test('names that mean something to the language or the file system are names of papers like others', async () => {
  const lines = NAMES.map(
    name =>
      `{"id":${JSON.stringify(name)},"title":${JSON.stringify(name || 'No Name')},"__proto__":{"polluted":1}}`,
  )
  await writeFile(join(folder, 'names.jsonl'), lines.join('\n'))
  const entry = `{"__proto__":{"polluted":1},"paper":{"constructor":{"prototype":{"polluted":1}},"__proto__":{"title":"Inherited"},"id":"__proto__","title":"Own"}}`
  await writeFile(join(folder, 'day-2025-12-11.json'), `[${entry}]`)
  const out = join(folder, 'papers')
  const output = { print: () => {}, complain: () => {}, status: () => {} }
  await ingestCommand([folder, '--out', out], output)
  const titles = (await readInputs([out])).flatMap(({ reading }) =>
    reading.records.map(({ paper }) => paper.title),
  )
  expect(titles.sort()).toEqual([...NAMES.map(name => name || 'No Name'), 'Own'].sort())
  expect({}).not.toHaveProperty('polluted')
})

const LINES = '{"title":"One"}\n{"title":"Two"}\n'

test.each([
  ['a day', 'day-2025-12-11.json', day('A')],
  ['a feed', 'feed.xml', ATOM],
  ['JSON Lines', 'some.jsonl', LINES],
  ['facts', 'some.facts.json', '[{"title":"A"}]'],
  ['a month', '2025-12.json', '{"version":1,"papers":[]}'],
])('%s cut anywhere says so, or is whole as far as it goes', (_, name, text) => {
  const whole = readText(name, text).reading.records.length
  for (let length = 0; length < text.trimEnd().length; length++) {
    const { records, problems } = readText(name, text.slice(0, length)).reading
    const isSaid = problems.some(({ lost }) => lost)
    const isWholeLine = name === 'some.jsonl' && (length === 15 || length === 16)
    expect({ length, isSaid }).toEqual({ length, isSaid: !isWholeLine })
    expect(records.length).toBeLessThanOrEqual(whole)
  }
})

test('a compressed file cut at any byte is refused', async () => {
  const packed = gzipSync(LINES)
  const paths = Array.from({ length: packed.length - 2 }, (_, at) => join(folder, `${at + 2}.jsonl.gz`))
  await Promise.all(paths.map((path, at) => writeFile(path, packed.subarray(0, at + 2))))
  for (const { path, reading } of await readInputs(paths)) {
    expect(reading, path).toEqual({
      records: [],
      problems: [{ where: '', why: expect.stringContaining('damaged or cut off'), lost: true }],
    })
  }
})
