import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CorpusPaper, Manifest, SegmentFile } from '#core/papers/manifest.ts'
import { readThemes } from '#site/build/read.ts'
import { corpusFiles } from '#site/corpus/corpus.ts'
import { monthsIn } from '#site/corpus/months.ts'
import { DIGEST_THEMES } from '../../fixtures/digestThemes.ts'

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

test('a theme with a flaw is an error that names it', () => {
  const [theme] = themes
  if (!theme) throw new Error('no themes')
  expect(() => corpusFiles(source, [{ ...theme, query: 'rlvr | "open' }])).toThrow(
    `The rule of theme “${theme.id}”: This quotation mark is never closed.`,
  )
})

test('a rule that every paper meets is an error that names its theme', () => {
  const [theme] = themes
  if (!theme) throw new Error('no themes')
  expect(() => corpusFiles(source, [{ ...theme, query: 'the | a | we' }])).toThrow(
    `The rule of theme “${theme.id}” tells nothing apart: all 46 papers match it.`,
  )
})

test('each paper of the digest has the themes that a reader names, and no others than were looked at', () => {
  const given = Object.fromEntries(published.map(({ id, themes }) => [id, themes.toSorted()]))
  const words = (text: string): string[] => text.split(' ').filter(Boolean)
  const reviewed = Object.entries(DIGEST_THEMES)
  expect(reviewed.filter(([, { named }]) => words(named).length === 0)).toEqual([])
  expect(given).toEqual(
    Object.fromEntries(reviewed.map(([id, { named, also }]) => [id, words(`${named} ${also}`).sort()])),
  )
})

test('no theme is nearly the whole digest', () => {
  const counts = themes.map(({ id }) => published.filter(paper => paper.themes.includes(id)).length)
  expect(Math.max(...counts)).toBeLessThanOrEqual(0.4 * published.length)
})

test('the themes: 60 to 100 of them, each measured or known not to be measurable', () => {
  const gold = JSON.parse(readFileSync('data/themes.gold.json', 'utf8'))
  expect(themes.length).toBeGreaterThanOrEqual(60)
  expect(themes.length).toBeLessThanOrEqual(100)
  expect(themes.map(({ id }) => id).filter(id => !Object.hasOwn(gold, id))).toEqual(['evaluation'])
  expect(Object.keys(gold).filter(id => !themes.some(theme => theme.id === id))).toEqual([])
})
