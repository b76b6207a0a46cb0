/** A link may break over this many lines that are not blank. */
const LONGEST_BREAK = 6
/** The end of a link whose beginning stands on a line above: `2 authors](https://…)`. */
const END = /^([^[\]]{0,500})\]\((https?:\/\/[^\s()]+|\/[^\s()]*)\)\s*$/
/** A link that stands alone on its line. */
const WHOLE = /^\s*\[([^[\]\n]{0,500})\]\((https?:\/\/[^\s()]+)\)\s*$/
/** The beginning of a link without its end: `[`, or `[2 authors`. */
const BEGINNING = /^\s*\[([^[\]]{0,500})$/
/** The text of a link whose address stands below: `[2 authors]`, then `(https://…)`. */
const TEXT = /^\s*\[([^[\]]{0,500})\]\s*$/
const ADDRESS = /^\s*\((https?:\/\/[^\s()]+)\)\s*$/
/** The box or picture that a list item of an export begins with, before a number of votes. */
const BOX = /^\s*(?:[-*+]\s+)?\[[-x ]?\]\s+(?=(?:[\d.,]{1,9}k?|[-–—])\s*$)/

interface BrokenLink {
  /** The line of its first word. */
  line: number
  text: string
  /** The last line it takes. */
  end: number
  hasBlankLine: boolean
}

/** The link that begins on line `at`, whole. Nothing where no link is broken there. */
function brokenLink(lines: readonly string[], at: number): BrokenLink | undefined {
  const first = lines[at] as string
  const isText = TEXT.exec(first)
  const begun = isText ?? BEGINNING.exec(first)
  if (!begun) return undefined
  const parts = [(begun[1] ?? '').trim()]
  let line = parts[0] === '' ? -1 : at
  let hasBlankLine = false
  for (let end = at + 1, seen = 0; end < lines.length && seen < LONGEST_BREAK; end++) {
    const text = lines[end] as string
    if (text.trim() === '') {
      hasBlankLine = true
      continue
    }
    seen++
    const url = isText ? ADDRESS.exec(text)?.[1] : END.exec(text)?.[2]
    if (url !== undefined) {
      const last = isText ? '' : (END.exec(text)?.[1] ?? '').trim()
      if (line === -1) line = end
      const words = [...parts, last].filter(part => part !== '').join(' ')
      return { line, text: `[${words}](${url})`, end, hasBlankLine }
    }
    if (isText || /[[\]]/.test(text)) return undefined
    if (line === -1) line = end
    parts.push(text.trim())
  }
  return undefined
}

/**
 * The lines of a page on which each link stands whole. Exports break links over lines, blank ones among them, and put a
 * box before a number of votes. As many lines come out as went in, so that line numbers stay true.
 *
 * @param within false: links that break without a blank line stay, as Markdown allows them
 */
export function mendedLines(lines: readonly string[], within: boolean): string[] {
  const mended = lines.map(line => line.replace(BOX, ''))
  for (let at = 0; at < mended.length; at++) {
    const link = brokenLink(mended, at)
    if (!link || !(within || link.hasBlankLine)) continue
    for (let line = at; line <= link.end; line++) mended[line] = ''
    mended[link.line] = link.text
    at = link.end
  }
  return mended
}

/** The text and address of a line that is one link and nothing else. */
export function wholeLink(line: string): { text: string; url: string } | undefined {
  const [, text, url] = WHOLE.exec(line) ?? []
  return text === undefined || url === undefined ? undefined : { text, url }
}
