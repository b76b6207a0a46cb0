import { type FileEntry, Manifest } from '#core/papers/manifest.ts'
import { STORED_CORPUS, storageName } from '#core/site/storageNames.ts'

/*
 * The cache of a corpus for the next visit: verified files, each under its own name, and the manifest of the last corpus
 * that was cached completely. Errors of the storage are ignored: the files are then not cached. Browsers offer the storage
 * only on https and localhost.
 */

const MANIFEST = 'manifest.json'

/** The corpus is in a folder of the site. */
const open = (corpus: URL): Promise<Cache> =>
  caches.open(storageName(STORED_CORPUS, new URL('..', corpus).pathname))

const isPossible = (): boolean => __IS_CACHED__ && 'caches' in globalThis

/** A file from the cache, to be verified like one from the network. */
export async function cachedFile(url: URL): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isPossible()) return undefined
  try {
    const cached = await (await open(new URL('.', url))).match(url)
    return cached && new Uint8Array(await cached.arrayBuffer())
  } catch {
    return undefined
  }
}

/** Caches a verified file. */
export async function cacheFile(url: URL, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
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

/** Files of a manifest that are not cached. */
export async function uncachedFiles(corpus: URL, manifest: Manifest): Promise<FileEntry[]> {
  const cached = new Set((await (await open(corpus)).keys()).map(({ url }) => url))
  return filesOf(manifest).filter(({ file }) => !cached.has(new URL(file, corpus).href))
}

/** The manifest of the last corpus that was cached completely, if it is of this version. */
export async function cachedManifest(corpus: URL): Promise<Manifest | undefined> {
  if (!isPossible()) return undefined
  try {
    const cached = await (await open(corpus)).match(new URL(MANIFEST, corpus))
    const manifest = Manifest.safeParse(await cached?.json()).data
    return manifest && (await uncachedFiles(corpus, manifest)).length === 0 ? manifest : undefined
  } catch {
    return undefined
  }
}

/** Once all files of a corpus are cached, it replaces the one before. */
export async function cacheManifest(corpus: URL, manifest: Manifest): Promise<void> {
  if (!isPossible()) return
  try {
    if ((await uncachedFiles(corpus, manifest)).length > 0) return
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
