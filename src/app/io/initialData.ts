import { ELSEWHERE, RENDERED_PATH } from '#core/site/events.ts'
import { typeset } from '#core/text/typeset.ts'
import type { InitialData } from '../state/initialData.ts'

/** The id of the element that holds the initial data of a page as JSON. */
export const INITIAL_DATA = 'initial-data'

/** A character that typesetting changed, and its index. */
type Original = [at: number, character: string]

/** Parts of a paper that the page shows typeset, each in an element with its name as `data-part`. */
const TYPESET_PARTS = ['title', 'abstract'] as const

/** Characters that HTML parsers change. */
const CHANGED_BY_PARSERS = /[\r\0]/

/**
 * The initial data as serialised in a page. Titles and abstracts, most of a list, are in the page already: of these it has
 * only the characters that typesetting changed.
 */
export function writtenData(first: InitialData): unknown {
  const { list } = first
  if (!list) return first
  const hits = list.response.hits.map(hit => {
    const paper: Record<string, unknown> = { ...hit.paper }
    for (const part of TYPESET_PARTS) {
      const text = hit.paper[part]
      if (text !== undefined && !CHANGED_BY_PARSERS.test(text)) paper[part] = originals(text, typeset(text))
    }
    return { ...hit, paper }
  })
  return { ...first, list: { ...list, response: { ...list.response, hits } } }
}

/** Typesetting replaces characters one by one. */
const originals = (text: string, typesetText: string): Original[] =>
  [...Array(text.length).keys()].flatMap(at => {
    const character = text.charAt(at)
    return typesetText.charAt(at) === character ? [] : [[at, character] as Original]
  })

/** The initial data of the page, of the same build as the scripts; undefined in a bare page. */
export function readInitialData(): InitialData | undefined {
  const json = document.getElementById(INITIAL_DATA)?.textContent
  const first: InitialData | undefined = json ? JSON.parse(json) : undefined
  const hits: readonly { paper: Record<string, unknown> & { id: string } }[] =
    first?.list?.response.hits ?? []
  const cards = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-paper]')].map(card => [card.dataset.paper, card]),
  )
  for (const { paper } of hits) {
    for (const part of TYPESET_PARTS) {
      const replaced = paper[part]
      if (!Array.isArray(replaced)) continue
      const element = cards.get(paper.id)?.querySelector(`[data-part="${part}"]`)
      paper[part] = textOf(element?.textContent ?? '', replaced)
    }
  }
  return first
}

function textOf(text: string, replaced: readonly Original[]): string {
  let end = 0
  const parts = replaced.flatMap(([at, character]) => {
    const before = text.slice(end, at)
    end = at + 1
    return [before, character]
  })
  return parts.join('') + text.slice(end)
}

/**
 * Whether the page is that of this address: hosts can answer with any page if they lack one.
 * The boot script hides such a page until the app has rendered another.
 *
 * @param address path and query string below the base of the site
 */
export function cameFor(address: string): boolean {
  const { dataset } = document.documentElement
  delete dataset[ELSEWHERE]
  return dataset[RENDERED_PATH] === address
}
