import { type PublicSite, SITE_ABOUT, searchTemplate } from '#core/site/headTags.ts'
import { xmlDocument, xmlText } from '../feeds/xml.ts'

/**
 * Tells browsers how to search the site from their address bar (OpenSearch 1.1).
 */
export function openSearch(site: PublicSite): string {
  const root = xmlDocument('OpenSearchDescription', 'http://a9.com/-/spec/opensearch/1.1/')
  root.ele('ShortName').txt(site.name)
  root.ele('Description').txt(SITE_ABOUT)
  root.ele('InputEncoding').txt('UTF-8')
  root.ele('Image', { type: 'image/svg+xml' }).txt(`${site.address}icon.svg`)
  root.ele('Url', { type: 'text/html', template: searchTemplate(site, 'searchTerms') })
  return xmlText(root)
}
