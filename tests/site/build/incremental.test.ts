import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { monthsOf } from '#cli/ingest/store.ts'
import { Manifest } from '#core/papers/manifest.ts'
import { formatMonthFile } from '#core/papers/monthFile.ts'
import type { Paper } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { recordOf } from '#core/sources/record.ts'
import { FolderCache } from '#site/build/cache.ts'
import { corpusFiles, type Files } from '#site/corpus/corpus.ts'
import { monthsIn } from '#site/corpus/months.ts'

const themes = [{ id: 'kv', label: 'KV', group: 'Systems', about: 'Caches.', query: 'kv' }]

let folder: string
let cacheFolder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  cacheFolder = mkdtempSync(join(tmpdir(), 'cache-'))
})
afterEach(() => {
  for (const path of [folder, cacheFolder]) rmSync(path, { recursive: true })
})

/** One on each of some days, enough on the last to make files of their own. */
const day = (date: string, papers: number): Paper[] =>
  Array.from({ length: papers }, (_, number) =>
    paperOf(
      recordOf(
        { name: 'digest.txt', format: 'page-text' },
        { title: `${number % 5 === 4 ? 'Bread' : 'KV'} paper ${number} of ${date}`, listedOn: [date] },
      ),
    ),
  )
const sample = [
  ...day('2024-05-06', 2),
  ...day('2025-10-07', 3),
  ...day('2025-12-02', 100),
  ...day('2025-12-29', 60),
]

function store(papers: readonly Paper[]): void {
  for (const [name, ofMonth] of monthsOf(papers)) writeFileSync(join(folder, name), formatMonthFile(ofMonth))
}

/** Counts what is made instead of found. */
class CountingCache extends FolderCache {
  made: string[] = []
  override get<T>(key: string, make: () => T): T {
    return super.get(key, () => {
      this.made.push(
        key
          .split(' ')
          .slice(0, 2)
          .join(' ')
          .replace(/[0-9a-f]{64}/, '…'),
      )
      return make()
    })
  }
}

function built(version = '1'): { files: Files; made: string[] } {
  const cache = new CountingCache(cacheFolder, version)
  return { files: corpusFiles(monthsIn(folder, cache), themes, cache), made: cache.made }
}

const plain = (): Files => corpusFiles(monthsIn(folder), themes)

test('a second build makes nothing again, and its bytes are the same as without a cache [row 74]', () => {
  store(sample)
  expect(built().made).toEqual([
    'outline …',
    'outline …',
    'outline …',
    'segment 2025-12-w4',
    'segment 2025-12-w1',
    'segment 2025-10',
    'segment 2024',
  ])
  const { files, made } = built()
  expect(made).toEqual([])
  expect([...files]).toEqual([...plain()])
})

test('a new day makes its month and the newest file again, and leaves all other files as they are', () => {
  store(sample)
  const segments = (files: Files) =>
    Manifest.parse(JSON.parse(String(files.get('corpus/manifest.json')))).segments
  const before = segments(built().files)
  store([...sample, ...day('2025-12-30', 50)])
  const { files, made } = built()
  expect(made).toEqual(['outline …', 'segment 2025-12-w4'])
  expect(segments(files).slice(1)).toEqual(before.slice(1))
  expect([...files]).toEqual([...plain()])
})

test('the first day of a new month leaves the files of other days as they are', () => {
  const january = [...sample, ...day('2026-01-05', 1)]
  store(january)
  built()
  store([...january, ...day('2026-02-03', 1)])
  const { files, made } = built()
  expect(made).toEqual(['outline …', 'segment 2026'])
  expect([...files]).toEqual([...plain()])
})

test('the order of the papers in a file does not change a byte [row 74]', () => {
  store(sample)
  const before = plain()
  const name = join(folder, '2025-12.json')
  const month = JSON.parse(readFileSync(name, 'utf8'))
  writeFileSync(name, JSON.stringify({ ...month, papers: month.papers.reverse() }))
  expect([...plain()]).toEqual([...before])
})

test('a damaged entry of the cache is made again; another version of the code finds nothing', () => {
  store(sample)
  const count = built().made.length
  for (const name of readdirSync(cacheFolder)) truncateSync(join(cacheFolder, name), 50)
  const { files, made } = built()
  expect(made).toHaveLength(count)
  expect([...files]).toEqual([...plain()])
  expect(built('2').made).toHaveLength(count)
})

test('what was not used in a month is removed from the cache, but for files of other people', () => {
  store(sample)
  built()
  const [name = ''] = readdirSync(cacheFolder)
  writeFileSync(join(cacheFolder, 'notes.txt'), 'of Ada Example')
  for (const old of [name, 'notes.txt']) utimesSync(join(cacheFolder, old), 0, 0)
  new FolderCache(cacheFolder, '1')
  expect(readdirSync(cacheFolder)).not.toContain(name)
  expect(readdirSync(cacheFolder)).toContain('notes.txt')
})

test('a cache that cannot be written does no harm', () => {
  store(sample)
  writeFileSync(join(cacheFolder, 'file'), '')
  const cache = new FolderCache(join(cacheFolder, 'file', 'below'), '1')
  expect([...corpusFiles(monthsIn(folder, cache), themes, cache)]).toEqual([...plain()])
})

test('of two papers with one id the first is built, the other named; as with a cache', () => {
  store(sample)
  const whole = [...plain()]
  const text = readFileSync(join(folder, '2024-05.json'), 'utf8')
  writeFileSync(join(folder, '2024-06.json'), text)
  const { faults, papersOn } = monthsIn(folder)
  expect([...papersOn].sort()).toEqual(
    [...monthsIn(folder, new FolderCache(cacheFolder, '1')).papersOn].sort(),
  )
  expect(faults[0]).toMatch(
    /2024-06\.json: papers\[0\]: id: .* leads to another paper already, .*2024-05\.json/,
  )
  expect([...plain()]).toEqual(whole)
  expect([...built().files]).toEqual(whole)
})

test('a record that cannot be read is named and harms no other', () => {
  store(sample)
  const path = join(folder, '2024-05.json')
  const month = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...month, papers: [{ ...month.papers[0], aliases: [''] }] }))
  const { faults } = monthsIn(folder)
  expect(faults).toEqual([
    expect.stringMatching(/2024-05\.json: papers\[0\]: aliases\[0\]: an id that is empty/),
  ])
  const { made } = built()
  expect([...plain()]).toEqual([...built().files])
  expect(made.length).toBeGreaterThan(0)
})

test('a broken file is named, with its place', () => {
  writeFileSync(join(folder, '2024-06.json'), '{"version":1,')
  expect(() => plain()).toThrow(/2024-06\.json:1: not valid JSON/)
})

test('papers that nobody listed are of the day on which they were added, whatever file they are stored in', () => {
  const added = [2019, 2024].map(year =>
    paperOf(
      recordOf(
        { name: 'library.bib', format: 'bibtex' },
        { title: `Bread of ${year}`, publishedAt: `${year}`, addedOn: '2026-01-05' },
      ),
    ),
  )
  store([...day('2025-12-29', 2), ...added])
  const source = monthsIn(folder)
  expect(readdirSync(folder).sort()).toEqual(['2019.json', '2024.json', '2025-12.json'])
  expect([...source.papersOn]).toEqual([
    ['2026-01-05', 2],
    ['2025-12-29', 2],
  ])
  expect(source.newestDigest).toBe('2026-01-05')
  expect(source.papersOf(['2026-01-05']).map(({ title }) => title)).toEqual([
    'Bread of 2019',
    'Bread of 2024',
  ])
})
