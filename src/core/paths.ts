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
