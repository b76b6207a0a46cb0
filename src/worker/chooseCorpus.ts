import type { CorpusState } from '#core/engine/corpusState.ts'
import type { FileEntry, Manifest } from '#core/papers/manifest.ts'
import { keptManifest, notKept } from './corpusCache.ts'

/** What has changed since the last visit is waited for up to so much; beyond it, papers are shown as they come. */
const MOST_BYTES = 3_000_000

const FILES_AT_ONCE = 4

export interface Current {
  manifest: Manifest
  /** Why this is the corpus of an earlier visit, if it is. */
  kept?: NonNullable<CorpusState['kept']>
}

interface Loaders {
  /**
   * @param isPatient whether there is nothing to go by without it
   * @param cache `reload` where the one before may have been kept too long
   */
  manifest: (isPatient: boolean, cache?: 'reload') => Promise<Manifest>
  /** Loads a file and keeps it. */
  file: (entry: FileEntry) => Promise<unknown>
}

export const isSame = (a: Manifest, b: Manifest): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The corpus to go by: that of the site, or the last one that was kept whole where the site does not answer, or has not all
 * files of its own. Files of the two are never mixed.
 */
export async function currentCorpus(corpus: URL, { manifest: ask, file }: Loaders): Promise<Current> {
  const kept = await keptManifest(corpus)
  if (!kept) return { manifest: await ask(true) }
  /** Whether all that is new in it has come, or is too much to be waited for. */
  const isThere = async (manifest: Manifest): Promise<boolean> => {
    const files = await notKept(corpus, manifest)
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return true
    const work = async () => {
      for (let entry = files.shift(); entry; entry = files.shift()) await file(entry)
    }
    return Promise.all(Array.from({ length: FILES_AT_ONCE }, work)).then(
      () => true,
      () => false,
    )
  }
  const first = await ask(false).catch(() => undefined)
  if (!first) return { manifest: kept, kept: 'unreachable' }
  if (await isThere(first)) return { manifest: first }
  const second = await ask(false, 'reload').catch(() => undefined)
  if (second && !isSame(first, second) && (await isThere(second))) return { manifest: second }
  return { manifest: kept, kept: 'incomplete' }
}
