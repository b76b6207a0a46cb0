/** The part of the Trusted Types API that is used; browsers without it take plain strings. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): unknown
  }
}

function sameOrigin(url: string): string {
  const resolved = new URL(url, location.href)
  if (resolved.origin !== location.origin)
    throw new TypeError(`Refused to run a script from ${resolved.origin}`)
  return resolved.href
}

const trustedTypes = (): TrustedTypes | undefined =>
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

let policy: { createScriptURL(url: string): unknown } | undefined

/** A script's URL as the browser accepts it under Trusted Types: of this site only, and by the one policy there is. */
export function scriptUrl(url: string): string {
  policy ??= trustedTypes()?.createPolicy('app-url', { createScriptURL: sameOrigin })
  return (policy ? policy.createScriptURL(url) : sameOrigin(url)) as string
}
