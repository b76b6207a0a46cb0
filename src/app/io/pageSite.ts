import { identityIn } from '#core/site/siteProfile.ts'

/** The site of the page. Where pages are rendered for the build, there is no page yet. */
export const pageSite = identityIn(globalThis.document?.documentElement.dataset ?? {})
