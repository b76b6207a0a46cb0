import { gunzipSync } from 'node:zlib'
import type { SearchEngine } from '#core/engine/engine.ts'
import { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper, LexiconFile, Manifest } from '#core/papers/manifest.ts'
import type { Files } from './corpus.ts'

/** A corpus as the browser has it: the data of pages and feeds. */
export interface OpenCorpus {
  manifest: Manifest
  engine: SearchEngine
  /** All papers, those of the newest segment first. */
  papers: readonly CorpusPaper[]
}

/** An engine over the files of a corpus, opened as the worker does. */
export function openFiles(files: Files): OpenCorpus {
  const contentOf = (name: string): string | Uint8Array => files.get(`corpus/${name}`) as string | Uint8Array
  const json = (name: string) => JSON.parse(Buffer.from(contentOf(name)).toString())
  const manifest: Manifest = json('manifest.json')
  const lexicon: LexiconFile = json(manifest.lexicon.file)
  const corpus = new LoadedCorpus(manifest, { now: () => performance.now(), lexicon })
  const papers = manifest.segments.flatMap(({ papers, index }): CorpusPaper[] => {
    const ofSegment = json(papers.file).papers
    corpus.addSegment(ofSegment, new Uint8Array(gunzipSync(contentOf(index.file))).buffer)
    return ofSegment
  })
  corpus.buildTables()
  return { manifest, engine: localEngine(corpus), papers }
}
