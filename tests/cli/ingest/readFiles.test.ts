import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeFile } from '#cli/ingest/decodeFile.ts'
import { readFiles } from '#cli/ingest/readFiles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  await writeFile(path, content)
  const [file] = await readFiles([path])
  return {
    name: file?.name,
    titles: file?.reading.records.map(({ paper }) => paper.title),
    lost: file?.reading.problems
      .filter(({ dropped: lost }) => lost)
      .map(({ where, message: why }) => `${where}: ${why}`),
    times: file?.reading.problems.reduce((sum, { dropped: lost, times = 1 }) => sum + (lost ? times : 0), 0),
  }
}

const LINES = '{"title":"Öne"}\n{"title":"Two"}\n'
const TITLES = ['Öne', 'Two']

test.each<[string, string, Uint8Array | string]>([
  ['as it is', 'some.jsonl', LINES],
  ['compressed', 'some.jsonl.gz', gzipSync(LINES)],
  ['compressed under another name', 'some.txt', gzipSync(LINES)],
  [
    'in two compressed parts',
    'some.jsonl.gz',
    Buffer.concat([gzipSync(LINES.slice(0, 5)), gzipSync(LINES.slice(5))]),
  ],
  ['with a byte-order mark', 'some.jsonl', `\ufeff${LINES}`],
  ['in UTF-16', 'some.jsonl', Buffer.from(`\ufeff${LINES}`, 'utf16le')],
  ['in UTF-16, big-endian', 'some.jsonl', Buffer.from(`\ufeff${LINES}`, 'utf16le').swap16()],
])('a file is read %s', async (_, name, content) => {
  expect(await read(name, content)).toMatchObject({ name: name.replace('.gz', ''), titles: TITLES, lost: [] })
})

test.each<[string, Uint8Array | string, RegExp]>([
  ['cut inside the compressed data', gzipSync(LINES).subarray(0, 30), /damaged or cut off/],
  ['with damaged compressed data', gzipSync(LINES).fill(7, 14, 24), /damaged or cut off/],
  ['in Latin-1', Buffer.from(LINES, 'latin1'), /is not UTF-8 text/],
  ['that is a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'latin1'), /is a PDF, not text/],
  ['that is a ZIP', Buffer.from('PK\u0003\u0004\u0014\xff\xfe', 'latin1'), /is a ZIP archive/],
  ['that is empty', '', /is empty/],
  ['that is an empty archive', gzipSync(''), /is empty/],
  ['of one byte', 'x', /is in no format known here/],
  ['that unpacks to far more than it says', gzipSync('a'.repeat(30_000_000)), /is larger than 20 MB/],
])('a file %s is refused', async (_, content, why) => {
  const { titles, lost } = await read('some.json', content)
  expect(titles).toEqual([])
  expect(lost).toEqual([expect.stringMatching(why)])
})

test('a compressed file without an end is given up', async () => {
  const path = join(folder, 'bomb.gz')
  await writeFile(path, gzipSync('\n'.repeat(5_000_000)))
  let length = 0
  const reading = (async () => {
    for await (const text of decodeFile(path, 1_000_000)) length += text.length
  })()
  await expect(reading).rejects.toThrow('unpacks to more than 1 MB')
  expect(length).toBeLessThanOrEqual(1_000_000)
})

const long = (papers: number): string =>
  Array.from(
    { length: papers },
    (_, i) => `${JSON.stringify({ title: `Paper ${i}`, x: 'x'.repeat(1000) })}\n`,
  ).join('')

test('a long file is read in pieces, and its lines keep their numbers', async () => {
  const lines = long(10_000).split('\n')
  lines[9_000] = 'nonsense'
  const { titles, lost } = await read('long.jsonl', lines.join('\n'))
  expect(titles).toHaveLength(9_999)
  expect(titles?.at(-1)).toBe('Paper 9999')
  expect(lost).toEqual([expect.stringMatching(/^line 9001: line left out: not valid JSON/)])
})

test('neither a bad line at the start, nor one at the start of a piece, nor an endless one hides the good lines', async () => {
  const lines = long(9_000).split('\n')
  // The second chunk begins within these, which are as long as all others.
  for (let at = 7_650; at < 7_950; at++) lines[at] = 'n'.repeat(1_030)
  lines[0] = 'nonsense'
  lines[8_500] = `{"title":"${'x'.repeat(30_000_000)}"}`
  const { titles, lost, times } = await read('long.jsonl', lines.join('\n'))
  expect(titles).toHaveLength(9_000 - 302)
  expect(titles?.at(-1)).toBe('Paper 8999')
  expect(lost).toHaveLength(2)
  expect(times).toBe(302)
  expect(lost).toContain('line 8501: line left out: longer than 20 MB')
})

test('of a long file that breaks off, what came before is kept, and the place is said', async () => {
  const text = Buffer.from(long(12_000))
  const cut = await read('cut.jsonl.gz', gzipSync(text, { level: 0 }).subarray(0, 10_000_000))
  expect(cut.titles?.length).toBeGreaterThan(7_000)
  expect(cut.lost).toEqual([expect.stringMatching(/^line \d+: nothing from here on was read: .* cut off/)])
  text[11_000_000] = 0xff
  const spoilt = await read('spoilt.jsonl', text)
  expect(spoilt.titles?.length).toBeGreaterThan(7_000)
  expect(spoilt.lost).toEqual([expect.stringMatching(/nothing from here on was read: .* is not UTF-8 text/)])
})

test('standard input is read like a file', () => {
  const ingest = join(import.meta.dirname, '../../../src/cli/ingest.ts')
  const args = ['--import', 'tsx', ingest, '-', '--corpus', join(folder, 'papers')]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input: gzipSync(LINES),
    encoding: 'utf8',
  })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(stdout).toMatch(/-\s+2\s+2/)
})
