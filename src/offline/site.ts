/** A file that the service worker caches. */
export interface CachedFile {
  /** Length in bytes, before any compression by the host. */
  bytes: number
  /** SHA-256 of these bytes, lower-case hexadecimal. */
  sha256: string
}

/** What the build tells the service worker of the site. */
export interface Site {
  /** Names what pages are made by; `io/serviceWorker.ts` of the app tells its own the same way. */
  version: string
  /** The page of every address where the network does not answer: the app without anything drawn. */
  shell: string
  /** The files that the shell cannot do without, by path below the base. */
  start: string[]
  /** The page that says that these are lost, where the network does not answer either. */
  lost: string
  /** What is sent with both. */
  headers: Record<string, string>
  /** All that the app may ask for but the corpus, by path below the base. */
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
