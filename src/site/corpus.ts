import { createHash } from 'node:crypto'
import type { FileEntry, Manifest, SegmentEntry } from '#core/manifest.ts'
import type { Paper } from '#core/paper.ts'
import { indexCorpus, publishCorpus } from '#core/publish.ts'
import type { Theme } from '#core/theme.ts'

/** Output path below the site's base → content. */
export type Files = Map<string, string | Uint8Array>

/** Puts a file into the corpus folder, its hash in its name, and returns its entry for the manifest. */
function addFile(files: Files, name: string, extension: string, content: string | Uint8Array): FileEntry {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = `${name}-${sha256.slice(0, 12)}.${extension}`
  files.set(`corpus/${file}`, content)
  return { file, bytes: Buffer.byteLength(content), sha256 }
}

/**
 * The corpus as static files: papers and search index of each period, the lexicon, and the manifest that lists them
 * with length and hash. The same papers and themes give the same bytes on every machine.
 */
export function corpusFiles(papers: readonly Paper[], themes: readonly Theme[]): Files {
  const files: Files = new Map()
  const { segments: published, newestDigest } = publishCorpus(papers, themes)
  const index = indexCorpus(published)
  const segments = published.map(
    ({ period, papers: shown }, at): SegmentEntry => ({
      period,
      count: shown.length,
      papers: addFile(files, period, 'json', JSON.stringify({ version: 1, papers: shown })),
      index: addFile(files, period, 'idx', new Uint8Array(index.indexes[at] as ArrayBuffer)),
    }),
  )
  const manifest: Manifest = {
    version: 2,
    papers: papers.length,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    themes: [...themes],
    lexicon: addFile(files, 'lexicon', 'json', JSON.stringify(index.lexicon)),
    segments,
  }
  files.set('corpus/manifest.json', JSON.stringify(manifest))
  return files
}
