import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { buildSegment } from '#core/index/segment.ts'
import type { FileEntry, Manifest, SegmentEntry } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import {
  countWordsOf,
  lexiconOf,
  type PublishedSegment,
  publisher,
  publishSegment,
  segmentsOf,
  type WordCounts,
} from '#core/publish/publish.ts'
import { type BuildCache, noCache } from '../build/cache.ts'
import type { CorpusSource } from './months.ts'

/** Output path below the site's base → content. */
export type Files = Map<string, string | Uint8Array>

/** Adds a file to the corpus folder, named by its hash, and returns its entry for the manifest. */
function addFile(files: Files, name: string, extension: string, content: string | Uint8Array): FileEntry {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = `${name}-${sha256.slice(0, 12)}.${extension}`
  files.set(`corpus/${file}`, content)
  return { file, bytes: Buffer.byteLength(content), sha256 }
}

interface BuiltSegment {
  papers: Uint8Array
  index: Uint8Array
  counts: WordCounts
  /** Number of its papers for each theme. */
  themes: Map<string, number>
}

/** A smaller corpus can be about one theme only. */
const MANY = 20

/** Throws if all of many papers belong to one theme: its rule must be wrong. */
function checkTelling(segments: readonly BuiltSegment[], themes: readonly Theme[]): void {
  const papers = segments.reduce((sum, { counts }) => sum + counts.papers, 0)
  for (const { id } of themes) {
    const matching = segments.reduce((sum, segment) => sum + (segment.themes.get(id) ?? 0), 0)
    if (papers >= MANY && matching === papers)
      throw new Error(`The rule of theme “${id}” tells nothing apart: all ${papers} papers match it.`)
  }
}

function countThemes({ papers }: PublishedSegment): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of papers.flatMap(({ themes }) => themes)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Numbers of papers and segments, and how many of these were not cached. */
export interface CorpusReport {
  papers: number
  segments: number
  made: number
  /** One sentence for each dropped record. */
  faults: readonly string[]
}

/**
 * The corpus as static files: papers and search index of each period, the lexicon, and the manifest that lists them
 * with length and hash. The same papers and themes give the same bytes on every machine with the same release of Node,
 * with or without a cache.
 */
export const corpusFiles = (source: CorpusSource, themes: readonly Theme[], cache?: BuildCache): Files =>
  buildCorpus(source, themes, cache).files

/** The same, with statistics. */
export function buildCorpus(
  source: CorpusSource,
  themes: readonly Theme[],
  cache: BuildCache = noCache,
): { files: Files; report: CorpusReport } {
  let made = 0
  const publish = publisher(themes)
  const rules = JSON.stringify(themes.map(({ id, query }) => [id, query]))
  const built = segmentsOf(source.papersOn).map(({ name, days }) => ({
    period: name,
    ...cache.get(`segment ${name} ${source.versionOf(days)} ${rules}`, (): BuiltSegment => {
      made++
      const segment = publishSegment(name, source.papersOf(days), publish)
      return {
        papers: Buffer.from(JSON.stringify({ version: 1, papers: segment.papers })),
        index: gzipSync(buildSegment(segment.papers), { level: 9 }),
        counts: countWordsOf(segment),
        themes: countThemes(segment),
      }
    }),
  }))
  checkTelling(built, themes)
  const files: Files = new Map()
  const segments = built.map(
    ({ period, papers, index, counts }): SegmentEntry => ({
      period,
      count: counts.papers,
      papers: addFile(files, period, 'json', papers),
      index: addFile(files, period, 'idx', index),
    }),
  )
  const manifest: Manifest = {
    version: 3,
    papers: segments.reduce((sum, { count }) => sum + count, 0),
    ...(source.newestDigest === undefined ? {} : { newestDigest: source.newestDigest }),
    themes: [...themes],
    lexicon: addFile(files, 'lexicon', 'json', JSON.stringify(lexiconOf(built.map(({ counts }) => counts)))),
    segments,
  }
  files.set('corpus/manifest.json', JSON.stringify(manifest))
  return {
    files,
    report: { papers: manifest.papers, segments: segments.length, made, faults: source.faults },
  }
}
