import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { CorpusPaper, Manifest, SegmentFile } from '#core/manifest.ts'
import type { Paper } from '#core/paper.ts'
import { corpusFiles } from '#site/corpus.ts'
import { readPapers, readThemes } from '#site/read.ts'

const papers = readPapers('data/papers')
const themes = readThemes('data/themes.json')
const files = corpusFiles(papers, themes)
const manifest = Manifest.parse(JSON.parse(String(files.get('corpus/manifest.json'))))
const published = manifest.segments.flatMap(
  ({ papers }) => SegmentFile.parse(JSON.parse(String(files.get(`corpus/${papers.file}`)))).papers,
)

const DAYS = ['2025-12-02', '2025-11-03', '2025-04-07', '2024-05-06']

test('every paper is in one segment, the newest first', () => {
  expect(published.map(({ id }) => id).sort()).toEqual(papers.map(({ id }) => id).sort())
  const periods = manifest.segments.map(({ period }) => period)
  expect(periods).toEqual(['2025-12', '2025-11', '2025-10', '2025-q3', '2025-q2', '2024'])
  expect(manifest.newestDigest).toBe('2025-12-11')
})

test('the manifest knows length and hash of each file', () => {
  const listed = [manifest.lexicon, ...manifest.segments.flatMap(({ papers, index }) => [papers, index])]
  expect(
    listed
      .map(({ file }) => `corpus/${file}`)
      .concat('corpus/manifest.json')
      .sort(),
  ).toEqual([...files.keys()].sort())
  for (const { file, bytes, sha256 } of listed) {
    const content = Buffer.from(files.get(`corpus/${file}`) ?? '')
    expect(content.byteLength).toBe(bytes)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    expect(file).toContain(sha256.slice(0, 12))
  }
})

test('the order of the papers does not change a byte', () => {
  expect([...corpusFiles([...papers].reverse(), themes)].sort()).toEqual([...files].sort())
})

test('what is published is what the schema says and no provenance', () => {
  for (const paper of published) expect(Object.keys(paper)).toEqual(Object.keys(CorpusPaper.parse(paper)))
  expect(JSON.stringify(published)).not.toContain('"sources"')
})

test('a rule that is not understood is an error that names its theme', () => {
  const [theme] = themes
  if (!theme) throw new Error('no themes')
  expect(() => corpusFiles([], [{ ...theme, query: 'rlvr | "open' }])).toThrow(
    'The rule of theme “rlvr”: This quotation mark is never closed.',
  )
})

test('the themes cover the digest: each has papers, each paper a theme, none is nearly everything', () => {
  expect(themes.length).toBeGreaterThanOrEqual(15)
  expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length)
  const counts = themes.map(({ id }) => published.filter(paper => paper.themes.includes(id)).length)
  expect(Math.min(...counts)).toBeGreaterThan(0)
  expect(Math.max(...counts)).toBeLessThanOrEqual(0.4 * published.length)
  expect(published.filter(paper => paper.themes.length === 0)).toEqual([])
})

test('a new day of the newest month leaves all other files as they are', () => {
  const sample = papers
    .slice(0, 8)
    .map((paper, i) => ({ ...paper, listedOn: [DAYS[i % DAYS.length] as string] }))
  const added = { ...sample[0], id: 'new', title: 'A new one', listedOn: ['2025-12-20'] } as Paper
  const segmentsOf = (papers: readonly Paper[]) => {
    const files = corpusFiles(papers, themes)
    return Manifest.parse(JSON.parse(String(files.get('corpus/manifest.json')))).segments
  }
  const before = segmentsOf(sample)
  expect(before.map(({ period }) => period)).toEqual(['2025-12', '2025-11', '2025-q2', '2024'])
  expect(segmentsOf([...sample, added]).slice(1)).toEqual(before.slice(1))
})
