/** A file that the service worker caches. */
export interface CachedFile {
  /** Length in bytes, before any compression by the host. */
  bytes: number
  /** SHA-256 of these bytes, lower-case hexadecimal. */
  sha256: string
}

/** The site, as the build describes it to the service worker. */
export interface Site {
  /** Names the build of pages; `io/serviceWorker.ts` of the app derives that of its page in the same way. */
  version: string
  /** The page for every address without a network: the app without prerendered content. */
  shell: string
  /** Files that the shell needs, by path below the base. */
  start: string[]
  /** The page that says that these are damaged or missing, without a network. */
  lost: string
  /** Headers of both. */
  headers: Record<string, string>
  /** All files that the app can request, except the corpus, by path below the base. */
  files: Record<string, CachedFile>
}

/** From a page to the service worker that waits. */
export type ToServiceWorker =
  /** Is this page of your build? Answered by a `boolean` through the port that comes along. */
  | { type: 'sameBuild'; version: string }
  /** Take over from the one before. */
  | { type: 'takeOver' }

/** To all pages: another service worker has taken over, on request. Pages of earlier versions know it by this type. */
export interface ControllerChange {
  type: 'takenOver'
  version: string
}
