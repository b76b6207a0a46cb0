import type { SiteProfile } from '#core/site/siteProfile.ts'
import { siteTitle } from '#core/site/siteTitle.ts'
import { escaped } from './html.ts'

/** Addresses that the bundler wrote relative to `index.html`. */
const RELATIVE = / (src|href|data-app)="\.\//g
const TITLE = /<title>[^<]*<\/title>/
const ROOT_ELEMENT = '<html'

const attributesOf = (profile: SiteProfile): string =>
  Object.entries(profile)
    .map(([name, value]) => ` data-${name}="${escaped(value)}"`)
    .join('')

/** A page with what the scripts read of its site. */
export const withProfile = (html: string, profile: SiteProfile): string =>
  html.replace(ROOT_ELEMENT, () => ROOT_ELEMENT + attributesOf(profile))

/**
 * The template of the pages of one site, made of what the bundler makes for all.
 *
 * @throws Error where the bundler wrote it otherwise than expected
 */
export function siteTemplate(bundled: string, profile: SiteProfile): string {
  for (const part of [RELATIVE, TITLE, ROOT_ELEMENT])
    if (bundled.search(part) < 0)
      throw new Error(`The bundler left no ${part} in index.html. Adapt src/site/pages/siteTemplate.ts.`)
  return withProfile(bundled, profile)
    .replace(TITLE, () => `<title>${escaped(siteTitle(profile.name))}</title>`)
    .replace(RELATIVE, (_, attribute) => ` ${attribute}="${profile.base}`)
}
