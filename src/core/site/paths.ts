/**
 * Every path of the site, pattern and builder together. Paths are relative to the site's base, whatever folder it is
 * served from. A paper's id may contain a slash (`math/0211159`), so its pattern takes the rest of the path.
 */
const segments = (id: string): string => id.split('/').map(encodeURIComponent).join('/')

export const PATTERNS = {
  front: '/',
  paper: '/paper/*',
  theme: '/theme/:id',
  themes: '/themes',
  digest: '/digest/:id',
  digests: '/digests',
  help: '/help',
} as const

/** Builds links. `search` is a query string without `?`, as `searchOf` in `view.ts` writes it. */
export const paths = {
  front: (search = ''): string => (search === '' ? '/' : `/?${search}`),
  paper: (id: string): string => `/paper/${segments(id)}`,
  theme: (id: string, search = ''): string =>
    `/theme/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`,
  themes: (): string => '/themes',
  /** @param id a day, `2025-12-11`, or a week, `2025-W50` */
  digest: (id: string): string => `/digest/${encodeURIComponent(id)}`,
  digests: (): string => '/digests',
  help: (): string => '/help',
}

/** Two spellings of a path are the same where they say the same once decoded (RFC 3986, 6.2.2). */
const spelt = (path: string): string => decodeURIComponent(path).toLowerCase()

/**
 * The part of a path below the base of the site, with a leading slash, however the base is encoded: `/%7Ejdoe/papers/` is
 * `/~jdoe/papers/`. Undefined if the path is not below it.
 *
 * @param base with slashes at both ends
 */
export function pathBelow(base: string, path: string): string | undefined {
  const parts = path.split('/')
  const folders = base.split('/').length - 1
  try {
    const isBelow = spelt(`${parts.slice(0, folders).join('/')}/`) === spelt(base)
    return isBelow ? `/${parts.slice(folders).join('/').replace(/^\/+/, '')}` : undefined
  } catch {
    // A malformed escape is no part of a base.
    return undefined
  }
}
