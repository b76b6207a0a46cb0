import { SITE_ABOUT, searchTemplate } from '#core/site/head.ts'
import { SITE_NAME } from '#core/site/siteTitle.ts'
import { xmlDocument, xmlText } from '../feeds/xml.ts'

/**
 * Tells browsers how to search the site from their address bar (OpenSearch 1.1).
 *
 * @param site address of the front page, absolute, with a slash at the end
 */
export function openSearch(site: string): string {
  const root = xmlDocument('OpenSearchDescription', 'http://a9.com/-/spec/opensearch/1.1/')
  root.ele('ShortName').txt(SITE_NAME)
  root.ele('Description').txt(SITE_ABOUT)
  root.ele('InputEncoding').txt('UTF-8')
  root.ele('Image', { type: 'image/svg+xml' }).txt(`${site}icon.svg`)
  root.ele('Url', { type: 'text/html', template: searchTemplate(site, 'searchTerms') })
  return xmlText(root)
}
