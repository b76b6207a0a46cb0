/*
 * Names of everything that the site stores in a browser. Several sites share an origin, as on `user.github.io`, so each
 * name carries the base path of its site.
 */

/** Key in `localStorage`. */
export const STORED_SETTINGS = 'settings.v1'
/** Key in `localStorage`. */
export const STORED_QUERIES = 'recent-queries.v1'
/** Key in `sessionStorage`: where the person was in each page. */
export const STORED_PLACES = 'places'
/** Key in `sessionStorage`: when the page was last reloaded because of a deploy, in ms since 1970. */
export const STORED_RELOAD = 'reloaded.v1'
/** Cache of the service worker: scripts, styles and whatever else the app loads. */
export const STORED_FILES = 'files'
/** Cache of the search worker: the files of the corpus. */
export const STORED_CORPUS = 'corpus'
/** Key in both storages: the values under the shared keys were copied. */
export const CARRIED_OVER = 'carried-over'

type Stored =
  | typeof STORED_SETTINGS
  | typeof STORED_QUERIES
  | typeof STORED_PLACES
  | typeof STORED_RELOAD
  | typeof STORED_FILES
  | typeof STORED_CORPUS
  | typeof CARRIED_OVER

/** Name of what the site below a base path stores. */
export const storageName = (stored: Stored, base: string): string => `broadsheet ${stored} ${base}`

/** Key of the same in earlier versions, where all sites of an origin shared it. */
export const sharedKey = (stored: Stored): string => `broadsheet.${stored}`
