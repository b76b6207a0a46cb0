import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { CorpusPaper, Manifest, SegmentFile } from '#core/manifest.ts'
import { corpusFiles } from '#site/corpus.ts'
import { monthsIn } from '#site/months.ts'
import { readThemes } from '#site/read.ts'

const source = monthsIn('data/papers')
const papers = source.papersOf([...source.papersOn.keys()])
const themes = readThemes('data/themes.json')
const files = corpusFiles(source, themes)
const manifest = Manifest.parse(JSON.parse(String(files.get('corpus/manifest.json'))))
const published = manifest.segments.flatMap(
  ({ papers }) => SegmentFile.parse(JSON.parse(String(files.get(`corpus/${papers.file}`)))).papers,
)

test('every paper is in one segment, the newest first', () => {
  expect(published.map(({ id }) => id).sort()).toEqual(papers.map(({ id }) => id).sort())
  expect(manifest.segments.map(({ period }) => period)).toEqual(['2025', '2024'])
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

test('what is published is what the schema says and no provenance', () => {
  for (const paper of published) expect(Object.keys(paper)).toEqual(Object.keys(CorpusPaper.parse(paper)))
  expect(JSON.stringify(published)).not.toContain('"sources"')
})

test('a rule that is not understood is an error that names its theme', () => {
  const [theme] = themes
  if (!theme) throw new Error('no themes')
  expect(() => corpusFiles(source, [{ ...theme, query: 'rlvr | "open' }])).toThrow(
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
