import type { Line, PageLink } from './pageLine.ts'

/** Opening brackets, and what closes a link or an image. `\[` is a bracket of the text's own. */
const TOKEN =
  /\\[[\]]|!\[|\[|\]\((https?:\/\/[^\s()]*|\/[^\s()]*|data:[^\s()]*|)(?:\s"[^"\n]{0,200}")?\)|\]|\n[^\S\n]*\n/g
/** An avatar in the list of authors: a list item that is nothing but an image. */
const AVATAR = /^\[?[-*+]\s+!\[[^\]]{0,200}\]\([^)]{0,500}\)\\*$/
const HEADING = /^#{1,6}\s+/
const BULLET = /^[-*+]\s+(?=\S)/

/** A stretch of text that Markdown adds, and its replacement. */
interface Cut {
  start: number
  end: number
  instead: string
}

interface Bracket {
  at: number
  isImage: boolean
}

const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)

/**
 * Finds links and images. A link of such a page begins where its paragraph does, so that of several brackets the first is
 * its own, and the others, closed or not, belong to the text.
 */
function cutsOf(text: string): { cuts: Cut[]; links: { start: number; end: number; url: string }[] } {
  const cuts: Cut[] = []
  const links: { start: number; end: number; url: string }[] = []
  let open: Bracket[] = []
  for (const { 0: token, 1: url, index } of text.matchAll(TOKEN)) {
    const end = index + token.length
    const top = open.at(-1)
    if (token.startsWith('\\')) cuts.push({ start: index, end: index + 1, instead: '' })
    else if (token.startsWith('\n')) open = []
    else if (token.endsWith('[')) open.push({ at: index, isImage: token.startsWith('!') })
    else if (token === ']') {
      if (open.length > 1) open.pop()
    } else if (top?.isImage) {
      open.pop()
      cuts.push({ start: top.at, end: top.at + 2, instead: '' }, { start: index, end, instead: ' ' })
    } else if (open[0] && url) {
      const start = open[0].at
      open = []
      links.push({ start, end: index, url })
      cuts.push({ start, end: start + 1, instead: isWord(text.charAt(start - 1)) ? ' ' : '' })
      cuts.push({ start: index, end, instead: isWord(text.charAt(end)) ? ' ' : '' })
    }
  }
  return { cuts: cuts.sort((a, b) => a.start - b.start), links }
}

/** The lines of a page as its plain text has them, and the links in them. */
export function markdownLines(text: string): { lines: Line[]; links: PageLink[] } {
  const { cuts, links } = cutsOf(text)
  const lines: Line[] = []
  const pageLinks: PageLink[] = []
  let offset = 0
  let from = 0
  let nextCut = 0
  let nextLink = 0
  text.split('\n').forEach((raw, index) => {
    const end = offset + raw.length
    let shown = ''
    // An address and its title may stand on two lines.
    from = Math.max(from, offset)
    for (let cut = cuts[nextCut]; cut && cut.start <= end; cut = cuts[++nextCut]) {
      shown += text.slice(from, cut.start) + cut.instead
      from = cut.end
    }
    shown += text.slice(from, end)
    let isContinued = false
    for (let link = links[nextLink]; link; link = links[nextLink]) {
      isContinued ||= link.start < offset
      if (link.end > end) break
      pageLinks.push({ line: index + 1, url: link.url })
      nextLink++
    }
    const plain = shown
      .trim()
      .replace(/(?<!\\)\\+$/, '')
      .replace(/\\(?=\s{2})/g, '')
      .replace(/\\([*_])/g, '$1')
    const unmarked = isContinued ? plain : plain.replace(HEADING, '').replace(BULLET, '')
    if (!AVATAR.test(raw.trim())) lines.push({ text: unmarked, line: index + 1 })
    offset = end + 1
  })
  return { lines, links: pageLinks }
}
