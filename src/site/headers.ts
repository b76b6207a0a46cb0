/**
 * What a page of the site may do. Everything comes from its own origin; nothing is evaluated; the one Trusted Types
 * policy makes URLs of workers.
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
  'form-action': "'none'",
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
