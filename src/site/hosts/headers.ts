/**
 * Content Security Policy of pages. All content is of the same origin; nothing is evaluated; the one Trusted Types policy
 * makes URLs of workers and texts of JSON.
 */
const POLICY: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app-url',
}

const policy = (directives: string[]): string => directives.map(name => `${name} ${POLICY[name]}`).join('; ')

/** For a `<meta>` in the page, where `frame-ancestors` is not allowed. */
export const META_POLICY = policy(Object.keys(POLICY).filter(name => name !== 'frame-ancestors'))

export const HEADERS = {
  'Content-Security-Policy': policy(Object.keys(POLICY)),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const

export const FOR_EVER = 'public, max-age=31536000, immutable'
const ASKED_ANEW = 'no-cache'

/** Files with a part of their hash in the name never change. */
export const isNamedByContent = (path: string): boolean =>
  path.startsWith('assets/') || /^corpus\/.+-[0-9a-f]{12}\.(?:json|idx)$/.test(path)

/**
 * The `Cache-Control` header of a file.
 *
 * @param path of the file below the base of the site
 */
export const cacheControlOf = (path: string): string => (isNamedByContent(path) ? FOR_EVER : ASKED_ANEW)
