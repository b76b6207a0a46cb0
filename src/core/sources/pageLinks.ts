import { isArxivId } from '../papers/arxiv.ts'
import { isDate } from './pageByline.ts'
import { addressList, footnoteLines } from './pageFootnotes.ts'
import { DOT, type Line, type PageLines, type PageLink } from './pageLine.ts'
import { markdownLines } from './pageMarkdown.ts'
import { mendedLines, wholeLink } from './pageMending.ts'

const ORIGIN = /^https?:\/\/[^/]+/i
const PAPER = /^\/papers\/([^/?#]+)(#community)?$/
const ORGANIZATION = /^\/([\w.-]+)$/
/** A line that is an address and nothing else. */
const ADDRESS = /^\s*[<(]?(https?:\/\/[^\s<>()]+)[>)]?\s*$/
/** Titles that are links, or the page's own heading: no plain text has either. */
const MARKDOWN = /^#{1,6} (?:\[[^\n]{0,1000}\]\((?:https?:|\/)|Daily Papers\s*$)/m

const originOf = (url: string): string => ORIGIN.exec(url)?.[0] ?? ''
const pathOf = (url: string): string => url.replace(ORIGIN, '')

/** The arXiv id of the paper whose page an address leads to. */
function paperOf(url: string): string | undefined {
  const id = PAPER.exec(pathOf(url))?.[1]
  return id !== undefined && isArxivId(id) ? id : undefined
}

const isCommunity = (url: string): boolean => PAPER.exec(pathOf(url))?.[2] !== undefined

/**
 * Takes out lines that are an address of the site's own, and the address of a link that is a line of its own; other
 * addresses may be part of an abstract.
 */
function addressLines(lines: readonly string[]): PageLines {
  const whole = lines.map(line => (line === '' ? undefined : wholeLink(line)))
  const addresses = lines.map((line, index) =>
    line === '' ? undefined : (whole[index]?.url ?? ADDRESS.exec(line)?.[1]),
  )
  const origins = new Set(addresses.flatMap(url => (url !== undefined && paperOf(url) ? originOf(url) : [])))
  const kept: Line[] = []
  const links: PageLink[] = []
  let last = 1
  lines.forEach((raw, index) => {
    const url = addresses[index]
    const isOwn = url !== undefined && origins.has(originOf(url))
    const text = isOwn ? (whole[index]?.text ?? '').trim() : raw
    // Of blank lines in a row one says what all of them do; a file may have millions.
    if ((!isOwn && (text !== '' || lines[index - 1] !== '')) || text !== '') {
      kept.push({ text, line: index + 1 })
      if (text.trim() !== '') last = index + 1
    }
    if (isOwn) links.push({ line: last, url })
  })
  return { lines: kept, links }
}

/**
 * Links tell facts that plain text leaves to guess: an organisation's slug, and which number counts comments. Both are written
 * here as plain text has them.
 */
function withFacts({ lines, links }: PageLines): PageLines {
  // Most texts have none, and may have a million lines.
  if (links.length === 0) return { lines, links }
  const byLine = new Map<number, string[]>()
  for (const { line, url } of links) byLine.set(line, [...(byLine.get(line) ?? []), url])
  const result: Line[] = []
  let last = -1
  lines.forEach((line, index) => {
    const text = line.text.trim()
    const urls = byLine.get(line.line) ?? []
    const before = result[last]
    if (before && isDate(before.text) && /^\d{1,6}$/.test(text) && urls.some(isCommunity)) {
      result[last] = { ...before, text: `${before.text.trim()} ${text}` }
      return
    }
    const slug = urls.map(url => ORGANIZATION.exec(pathOf(url))?.[1]).find(found => found !== undefined)
    const nearest = slug === undefined ? [] : lines.slice(index + 1, index + 4)
    const next = nearest.find(({ text }) => text.trim() !== '')
    const isWho = next?.text.trim().startsWith(DOT) && !text.startsWith(`${slug} `)
    result.push(isWho ? { ...line, text: `${slug} ${text}` } : line)
    if (text !== '') last = result.length - 1
  })
  return { lines: result, links }
}

/** Reads a page in any of its renderings: plain, as Markdown, with numbered links, or with each address on a line of its own. */
export function pageLines(text: string): PageLines {
  const unixText = text.replace(/\r\n?/g, '\n')
  const isMarkdown = MARKDOWN.test(unixText)
  const raw = mendedLines(unixText.split('\n'), !isMarkdown)
  if (isMarkdown) return withFacts(markdownLines(raw.join('\n')))
  const list = addressList(raw)
  if ([...list.urls.values()].some(url => paperOf(url))) return withFacts(footnoteLines(raw, list))
  return withFacts(addressLines(raw))
}

/** The arXiv ids that links name, by the lines of the titles they stand under. Titles must ascend. */
export function arxivIdsOf(
  links: readonly PageLink[],
  titleLines: readonly number[],
): (string | undefined)[] {
  const papers = links.flatMap(({ line, url }) => {
    const arxivId = paperOf(url)
    return arxivId === undefined ? [] : [{ line, arxivId }]
  })
  let at = 0
  return titleLines.map((line, index) => {
    while ((papers[at]?.line ?? Number.POSITIVE_INFINITY) < line) at++
    const found = papers[at]
    return found && found.line < (titleLines[index + 1] ?? Number.POSITIVE_INFINITY)
      ? found.arxivId
      : undefined
  })
}
