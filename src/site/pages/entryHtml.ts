import { citedText } from '#core/cite/citedText.ts'
import { byline, bylineNames, publishedOn } from '#core/papers/byline.ts'
import { linksOf } from '#core/papers/links.ts'
import { isAdded, listingDays } from '#core/papers/listingDays.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { andOthers } from '#core/papers/otherAuthors.ts'
import { formatShortDate } from '#core/text/dates.ts'
import { safeUrl } from '#core/text/safeUrl.ts'
import { textParts } from '#core/text/textParts.ts'
import { escaped } from './html.ts'

const linkHtml = (href: string, label: string): string => `<a href="${escaped(href)}">${escaped(label)}</a>`

/** An abstract with links, as on its page. */
const abstractHtml = (abstract: string): string =>
  textParts(citedText(abstract))
    .map(({ kind, text }) => {
      const href = kind === 'link' ? safeUrl(text) : undefined
      return href === undefined ? escaped(text) : linkHtml(href, text)
    })
    .join('')

/** A name among others, isolated so that its direction does not affect them. */
const nameHtml = (name: string): string => `<bdi>${escaped(citedText(name))}</bdi>`

/** Authors as in `byline`. */
function bylineHtml(paper: CorpusPaper): string {
  const { names, more } = bylineNames(paper)
  if (names.length > 0)
    return names.map(nameHtml).join(', ') + (more > 0 ? ` +${more}` : '') + andOthers(paper)
  return paper.organization ? nameHtml(byline(paper)) : escaped(byline(paper))
}

/**
 * A paper in a feed, as HTML: the whole abstract, and the facts of its card. The abstract has its own text direction, the
 * facts are English.
 */
export function entryHtml(paper: CorpusPaper): string {
  const { abstract } = paper
  const days = listingDays(paper)
  const about = [
    bylineHtml(paper),
    escaped(`Published: ${publishedOn(paper)}`),
    ...(days.length > 0
      ? [escaped(`${isAdded(paper) ? 'Added' : 'Listed'}: ${days.map(formatShortDate).join(', ')}`)]
      : []),
  ]
  return [
    `<p dir="auto">${abstract === undefined ? 'No source gave an abstract for this paper.' : abstractHtml(abstract)}</p>`,
    `<p dir="ltr">${about.join(' · ')}</p>`,
    `<p>${linksOf(paper)
      .map(({ label, href }) => linkHtml(href, label))
      .join(' · ')}</p>`,
  ].join('\n')
}
