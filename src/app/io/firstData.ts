import { typeset } from '#core/typeset.ts'
import type { FirstData } from '../state/firstData.ts'

/** The id of the element that holds the first data of a page as JSON. */
export const FIRST_DATA = 'first-data'

/** The id of the element that holds what reference managers read of the papers listed (COinS). */
export const LISTED = 'listed'

/** A character of a text as it came where it is drawn as another, and its place. */
type Undrawn = [at: number, character: string]

/**
 * The first data as it comes with a page. Abstracts, which are most of a list, stand in the page already: of these it has
 * only what typesetting changed.
 */
export function writtenData(first: FirstData): unknown {
  const { list } = first
  if (!list) return first
  const hits = list.response.hits.map(hit => {
    const { abstract } = hit.paper
    // Parsers of HTML change these.
    if (abstract === undefined || /[\r\0]/.test(abstract)) return hit
    return { ...hit, paper: { ...hit.paper, abstract: undrawnOf(abstract, typeset(abstract)) } }
  })
  return { ...first, list: { ...list, response: { ...list.response, hits } } }
}

/** Typesetting puts one character in the place of one. */
const undrawnOf = (text: string, drawn: string): Undrawn[] =>
  [...Array(text.length).keys()].flatMap(at => {
    const character = text.charAt(at)
    return drawn.charAt(at) === character ? [] : [[at, character] as Undrawn]
  })

/** What the page came with, which was written by the same build as the scripts; nothing where it came bare. */
export function readFirstData(): FirstData | undefined {
  const json = document.getElementById(FIRST_DATA)?.textContent
  const first: FirstData | undefined = json ? JSON.parse(json) : undefined
  const hits: readonly { paper: { id: string; abstract?: string | Undrawn[] } }[] =
    first?.list?.response.hits ?? []
  const cards = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-paper]')].map(card => [card.dataset.paper, card]),
  )
  for (const { paper } of hits) {
    if (typeof paper.abstract !== 'object') continue
    const drawn = cards.get(paper.id)?.querySelector('[data-part="abstract"]')
    paper.abstract = abstractOf(drawn?.textContent ?? '', paper.abstract)
  }
  return first
}

function abstractOf(text: string, undrawn: readonly Undrawn[]): string {
  let end = 0
  const parts = undrawn.flatMap(([at, character]) => {
    const before = text.slice(end, at)
    end = at + 1
    return [before, character]
  })
  return parts.join('') + text.slice(end)
}

/**
 * Whether what came is the page of this address: a host may give any page in the place of one that it does not have.
 * `public/early.js` hides such a page until this shows what is drawn in its place.
 *
 * @param path below the base of the site
 */
export function cameFor(path: string): boolean {
  const { dataset } = document.documentElement
  delete dataset.elsewhere
  return dataset.path === path && location.search === ''
}
