/** The part of the Trusted Types API that is used; browsers without it take plain strings. */
interface TrustedTypes {
  createPolicy(name: string, rules: typeof RULES): Policy
}
interface Policy {
  createScriptURL(url: string): unknown
  createScript(text: string): unknown
}

function sameOrigin(url: string): string {
  const resolved = new URL(url, location.href)
  if (resolved.origin !== location.origin)
    throw new TypeError(`Refused to run a script from ${resolved.origin}`)
  return resolved.href
}

/** Returns JSON unchanged and rejects anything else: JSON does nothing, even if it is run. */
function jsonOnly(text: string): string {
  JSON.parse(text)
  return text
}

const RULES = { createScriptURL: sameOrigin, createScript: jsonOnly }

const trustedTypes = (): TrustedTypes | undefined =>
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

let made: Policy | undefined

/** The only policy of the site. */
function policy(): Policy {
  made ??= trustedTypes()?.createPolicy('app-url', RULES) ?? RULES
  return made
}

/** A script's URL as the browser accepts it under Trusted Types: of this site only. */
export const scriptUrl = (url: string): string => policy().createScriptURL(url) as string

/** The text of a data script under Trusted Types: JSON only. */
export const scriptData = (json: string): string => policy().createScript(json) as string
