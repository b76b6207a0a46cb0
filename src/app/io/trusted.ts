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

/** What is JSON can be read as data, and does nothing if it should be run. */
function jsonOnly(text: string): string {
  JSON.parse(text)
  return text
}

const RULES = { createScriptURL: sameOrigin, createScript: jsonOnly }

const trustedTypes = (): TrustedTypes | undefined =>
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

let made: Policy | undefined

/** The one policy there is. */
function policy(): Policy {
  made ??= trustedTypes()?.createPolicy('app-url', RULES) ?? RULES
  return made
}

/** A script's URL as the browser accepts it under Trusted Types: of this site only. */
export const scriptUrl = (url: string): string => policy().createScriptURL(url) as string

/** The text of a script that holds data, likewise: JSON only. */
export const scriptData = (json: string): string => policy().createScript(json) as string
