import { type FileEntry, Manifest } from '#core/papers/manifest.ts'
import { STORED_CORPUS, storageName } from '#core/site/storageNames.ts'

/*
 * What is kept of a corpus for the next visit: files that were found to be what the manifest says, each under its own name,
 * and the manifest of the last corpus that was kept whole. Whatever the storage refuses is not kept, and nothing else
 * happens. Browsers have such a storage only on https and localhost.
 */

const MANIFEST = 'manifest.json'

/** The corpus lies in a folder of the site. */
const open = (corpus: URL): Promise<Cache> =>
  caches.open(storageName(STORED_CORPUS, new URL('..', corpus).pathname))

const isPossible = (): boolean => __IS_KEPT__ && 'caches' in globalThis

/** A file as it was kept, to be looked at as one from the network is. */
export async function keptFile(url: URL): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isPossible()) return undefined
  try {
    const kept = await (await open(new URL('.', url))).match(url)
    return kept && new Uint8Array(await kept.arrayBuffer())
  } catch {
    return undefined
  }
}

/** Keeps a file that was found to be what it should be. */
export async function keepFile(url: URL, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
  if (!isPossible()) return
  try {
    await (await open(new URL('.', url))).put(url, new Response(bytes))
  } catch {
    // There is no room, or no storage.
  }
}

const filesOf = ({ lexicon, segments }: Manifest): FileEntry[] => [
  ...segments.flatMap(({ papers, index }) => [papers, index]),
  lexicon,
]

/** Files of a manifest that are not kept. */
export async function notKept(corpus: URL, manifest: Manifest): Promise<FileEntry[]> {
  const kept = new Set((await (await open(corpus)).keys()).map(({ url }) => url))
  return filesOf(manifest).filter(({ file }) => !kept.has(new URL(file, corpus).href))
}

/** The manifest of the last corpus that was kept whole, if it is of this version. */
export async function keptManifest(corpus: URL): Promise<Manifest | undefined> {
  if (!isPossible()) return undefined
  try {
    const kept = await (await open(corpus)).match(new URL(MANIFEST, corpus))
    const manifest = Manifest.safeParse(await kept?.json()).data
    return manifest && (await notKept(corpus, manifest)).length === 0 ? manifest : undefined
  } catch {
    return undefined
  }
}

/** Once all files of a corpus are kept, it takes the place of the one before. */
export async function keepManifest(corpus: URL, manifest: Manifest): Promise<void> {
  if (!isPossible()) return
  try {
    if ((await notKept(corpus, manifest)).length > 0) return
    const cache = await open(corpus)
    await cache.put(new URL(MANIFEST, corpus), Response.json(manifest))
    const named = new Set(
      [MANIFEST, ...filesOf(manifest).map(({ file }) => file)].map(file => new URL(file, corpus).href),
    )
    for (const request of await cache.keys()) if (!named.has(request.url)) await cache.delete(request)
  } catch {
    // As above: the one before stays.
  }
}
