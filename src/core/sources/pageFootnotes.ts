import type { Line, PageLink } from './pageLine.ts'

const ADDRESS = /^\s*(?:\[(\d{1,5})\]|(\d{1,5})\.)\s*(https?:\/\/\S+)\s*$/
const LIST_HEAD = /^\s*(?:References|Links|Visible links|Hidden links):?\s*$/i
const MARK = /\[(\d{1,5})\]/g
/** Texts that text browsers write for images. */
const IMAGE = /\[(?:IMG|IMAGE|INLINE|[\w.-]{1,80}\.(?:png|jpe?g|svg|webp|gif))\]/gi
const BULLET = /^\s*\*\s+(?=\S)/
/** Links that are not shown have numbers, too. */
const MAX_HIDDEN = 10

/** The numbered addresses at the end of a text, and the line in which they begin. */
export function addressList(lines: readonly string[]): { start: number; urls: Map<number, string> } {
  const urls = new Map<number, string>()
  let start = lines.length
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as string
    const [, bracketed, dotted, url] = ADDRESS.exec(line) ?? []
    if (url !== undefined) urls.set(Number(bracketed ?? dotted), url)
    else if (line.trim() !== '' && !LIST_HEAD.test(line)) break
    if (line.trim() !== '') start = at
  }
  return { start, urls }
}

/**
 * The lines of a page without the numbers of its links. Numbers ascend: one that does not, or that is in no list, belongs to
 * the text.
 */
export function footnoteLines(
  lines: readonly string[],
  { start, urls }: { start: number; urls: ReadonlyMap<number, string> },
): { lines: Line[]; links: PageLink[] } {
  const links: PageLink[] = []
  let last = 0
  const plain = lines.slice(0, start).map((raw, index): Line => {
    const text = raw.replace(IMAGE, '').replace(MARK, (mark, digits: string, at: number, whole: string) => {
      const number = Number(digits)
      const url = urls.get(number)
      if (url === undefined || number <= last || number > last + MAX_HIDDEN) return mark
      last = number
      links.push({ line: index + 1, url })
      return /[\p{L}\p{N}]/u.test(whole[at - 1] ?? '') ? ' ' : ''
    })
    return { text: text.replace(BULLET, ''), line: index + 1 }
  })
  return { lines: plain, links }
}
