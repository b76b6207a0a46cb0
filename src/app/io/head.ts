import { COINS, coinsOf } from '#core/cite/coins.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { RENDERED_PATH } from '#core/site/events.ts'
import type { Head, PublicSite } from '#core/site/headTags.ts'
import * as pageHeads from '#core/site/pageHeads.ts'
import * as paperHead from '#core/site/paperHead.ts'
import { inertJson } from '#core/text/inertJson.ts'
import { pageSite } from './pageSite.ts'
import { scriptData } from './trusted.ts'

export type HeadOf = (heads: typeof pageHeads & typeof paperHead, site: PublicSite) => Head

/** Elements of the head that pages own (`#core/site/headTags.ts`); all others belong to other programs. */
const MANAGED = [
  'meta[name="description"]',
  'meta[name="robots"]',
  'meta[property^="og:"]',
  'meta[property^="article:"]',
  'meta[name^="twitter:"]',
  'meta[name^="citation_"]',
  'meta[name^="DC."]',
  'link[rel="canonical"]',
  'link[rel="alternate"]',
  'link[rel="search"]',
  'script[type="application/ld+json"]',
].join(', ')

/**
 * The address of the front page as the build knew it, derived from the canonical address and path of the prerendered page.
 * Without these, the address in the browser.
 */
function siteAddress(base: string): string {
  const path = document.documentElement.dataset[RENDERED_PATH]
  const canonical = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  // The page of a paper may have come under a former id, so only the folder is compared.
  const folder = /^\/[^/]*\/?/.exec(path ?? '')?.[0]
  if (canonical && folder !== undefined) return canonical.slice(0, canonical.lastIndexOf(folder) + 1)
  return new URL(base, location.origin).href
}

function publicSite(): PublicSite {
  const { base, name } = pageSite
  return { address: siteAddress(base), name }
}

const site = publicSite()
const heads = { ...pageHeads, ...paperHead }

function elementsOf({ tags, data }: Head): HTMLElement[] {
  const elements = tags.map(({ tag, attributes }) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  })
  const script = document.createElement('script')
  script.type = 'application/ld+json'
  script.text = scriptData(inertJson(data))
  return [...elements, script]
}

const isSame = (shown: readonly Element[], wanted: readonly Element[]): boolean =>
  shown.length === wanted.length && wanted.every((element, at) => shown[at]?.isEqualNode(element))

/** @returns whether anything changed */
function showHead(head: Head): boolean {
  const shown = [...document.head.querySelectorAll(MANAGED)]
  const wanted = elementsOf(head)
  if (isSame(shown, wanted)) return false
  for (const element of shown) element.remove()
  document.head.append(...wanted)
  return true
}

/**
 * Writes COinS of the listed papers for reference managers.
 *
 * @returns whether anything changed
 */
function showListed(papers: readonly CorpusPaper[]): boolean {
  const wanted = papers.map(paper => {
    const span = document.createElement('span')
    span.className = COINS.className
    span.title = coinsOf(paper)
    return span
  })
  let holder = document.getElementById(COINS.id)
  if (isSame([...(holder?.children ?? [])], wanted)) return false
  if (!holder) {
    holder = document.createElement('div')
    holder.id = COINS.id
    holder.hidden = true
    document.body.append(holder)
  }
  holder.replaceChildren(...wanted)
  return true
}

/**
 * Makes the head equal to that of the prerendered page of the address, and notifies reference managers. Does nothing if
 * it is equal already.
 *
 * @param headOf absent if nothing was found
 */
export function showPage(headOf: HeadOf | undefined, papers: readonly CorpusPaper[]): void {
  const isOther = showHead(headOf ? headOf(heads, site) : heads.headOfMissing(site))
  const hasOthers = showListed(papers)
  if (isOther || hasOthers)
    document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }))
}
