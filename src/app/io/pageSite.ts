import { identityIn } from '#core/site/siteProfile.ts'

/** The site of the page. The build renders without a page. */
export const pageSite = identityIn(globalThis.document?.documentElement.dataset ?? {})
