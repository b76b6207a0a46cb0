import type { FileEntry, Manifest } from '#core/manifest.ts'
import type { CorpusState } from '#core/messages.ts'
import { keptManifest, notKept } from './keep.ts'

/** What has changed since the last visit is waited for up to so much; beyond it, papers are shown as they come. */
const MOST_BYTES = 3_000_000

const FILES_AT_ONCE = 4

export interface Current {
  manifest: Manifest
  /** Why this is the corpus of an earlier visit, if it is. */
  kept?: NonNullable<CorpusState['kept']>
}

interface Loaders {
  /** @param isPatient whether there is nothing to go by without it */
  manifest: (isPatient: boolean) => Promise<Manifest>
  /** Loads a file and keeps it. */
  file: (entry: FileEntry) => Promise<unknown>
}

/**
 * The corpus to go by: that of the site, or the last one that was kept whole where the site does not answer, or has not all
 * files of its own. Files of the two are never mixed.
 */
export async function currentCorpus(corpus: URL, { manifest: ask, file }: Loaders): Promise<Current> {
  const kept = await keptManifest(corpus)
  if (!kept) return { manifest: await ask(true) }
  let manifest: Manifest
  try {
    manifest = await ask(false)
  } catch {
    return { manifest: kept, kept: 'unreachable' }
  }
  try {
    const files = await notKept(corpus, manifest)
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return { manifest }
    const work = async () => {
      for (let entry = files.shift(); entry; entry = files.shift()) await file(entry)
    }
    await Promise.all(Array.from({ length: FILES_AT_ONCE }, work))
    return { manifest }
  } catch {
    return { manifest: kept, kept: 'incomplete' }
  }
}
