import { createHash } from 'node:crypto'
import { monthOf } from '#core/corpus.ts'
import type { CorpusPaper, FileEntry, LexiconFile, Manifest, SegmentEntry } from '#core/manifest.ts'
import type { Paper } from '#core/paper.ts'
import { publisher } from '#core/publish.ts'
import { acronymsOf, countAcronyms } from '#core/search/acronyms.ts'
import { countWords, lexiconWords } from '#core/search/lexicon.ts'
import { buildSegment } from '#core/search/segment.ts'
import type { Theme } from '#core/theme.ts'

/** Output path below the site's base → content. */
export type Files = Map<string, string | Uint8Array>

const byId = (a: CorpusPaper, b: CorpusPaper): number => (a.id < b.id ? -1 : 1)

const newestFirst = (a: string, b: string): number => (a < b ? 1 : -1)

/** Puts a file into the corpus folder, its hash in its name, and returns its entry for the manifest. */
function addFile(files: Files, name: string, extension: string, content: string | Uint8Array): FileEntry {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = `${name}-${sha256.slice(0, 12)}.${extension}`
  files.set(`corpus/${file}`, content)
  return { file, bytes: Buffer.byteLength(content), sha256 }
}

/**
 * The corpus as static files: papers and search index of each month, the lexicon, and the manifest that lists them
 * with length and hash. The same papers and themes give the same bytes on every machine.
 */
export function corpusFiles(papers: readonly Paper[], themes: readonly Theme[]): Files {
  const files: Files = new Map()
  const publish = publisher(themes)
  const months = new Map<string, CorpusPaper[]>()
  const words = new Map<string, number>()
  const acronyms = new Map<string, number>()
  for (const paper of papers) {
    const month = monthOf(paper)
    const ofMonth = months.get(month) ?? []
    ofMonth.push(publish(paper))
    months.set(month, ofMonth)
  }
  const segments = [...months.keys()].sort(newestFirst).map((month): SegmentEntry => {
    const shown = (months.get(month) ?? []).sort(byId)
    countWords(shown, words)
    countAcronyms(shown, acronyms)
    return {
      month,
      count: shown.length,
      papers: addFile(files, month, 'json', JSON.stringify({ version: 1, papers: shown })),
      index: addFile(files, month, 'idx', new Uint8Array(buildSegment(shown))),
    }
  })
  const lexicon = JSON.stringify({
    version: 1,
    words: lexiconWords(words),
    acronyms: acronymsOf(acronyms, papers.length),
  } satisfies LexiconFile)
  const newestDigest = papers.flatMap(({ listedOn }) => listedOn).sort(newestFirst)[0]
  const manifest: Manifest = {
    version: 1,
    papers: papers.length,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    themes: [...themes],
    lexicon: addFile(files, 'lexicon', 'json', lexicon),
    segments,
  }
  files.set('corpus/manifest.json', JSON.stringify(manifest))
  return files
}
