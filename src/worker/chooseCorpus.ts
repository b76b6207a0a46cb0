import type { CorpusState } from '#core/engine/corpusState.ts'
import type { FileEntry, Manifest } from '#core/papers/manifest.ts'
import { cachedManifest, uncachedFiles } from './corpusCache.ts'

/** Changes since the last visit are loaded before anything is shown, up to this size; beyond it, papers are shown as they load. */
const MAX_AWAITED_BYTES = 3_000_000

const CONCURRENT_FILES = 4

/** A corpus to load. */
export interface CorpusChoice {
  manifest: Manifest
  /** Why this is the corpus of an earlier visit, if it is. */
  kept?: NonNullable<CorpusState['kept']>
}

interface Loaders {
  /**
   * @param isPatient whether nothing can be shown without it
   * @param cache `reload` where the one before may be outdated
   */
  manifest: (isPatient: boolean, cache?: 'reload') => Promise<Manifest>
  /** Loads a file into the cache. */
  file: (entry: FileEntry) => Promise<unknown>
}

export const isSame = (a: Manifest, b: Manifest): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The corpus of the site, or the last one that was cached completely where the site does not answer or lacks some of its
 * files. Files of the two are never mixed.
 */
export async function chooseCorpus(corpus: URL, { manifest: ask, file }: Loaders): Promise<CorpusChoice> {
  const cached = await cachedManifest(corpus)
  if (!cached) return { manifest: await ask(true) }
  /** Whether all that is new in it is loaded, or is too much to wait for. */
  const isLoaded = async (manifest: Manifest): Promise<boolean> => {
    const files = await uncachedFiles(corpus, manifest)
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_AWAITED_BYTES) return true
    const work = async () => {
      for (let entry = files.shift(); entry; entry = files.shift()) await file(entry)
    }
    return Promise.all(Array.from({ length: CONCURRENT_FILES }, work)).then(
      () => true,
      () => false,
    )
  }
  const first = await ask(false).catch(() => undefined)
  if (!first) return { manifest: cached, kept: 'unreachable' }
  if (await isLoaded(first)) return { manifest: first }
  const second = await ask(false, 'reload').catch(() => undefined)
  if (second && !isSame(first, second) && (await isLoaded(second))) return { manifest: second }
  return { manifest: cached, kept: 'incomplete' }
}
