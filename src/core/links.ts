import { arxivUrl } from './arxiv.ts'
import type { CorpusPaper } from './manifest.ts'

/** A link that leads away from the site. */
export interface OutwardLink {
  label: string
  href: string
}

/** The address where it may be followed, else nothing: only `https:` and `http:` lead out of a page. */
export function safeUrl(text: string): string | undefined {
  return /^https?:\/\/[^\s\\/]/i.test(text) ? text : undefined
}

/** Where a paper can be read and its code found. Without an arXiv id all there is to offer is a search for its title. */
export function linksOf(paper: CorpusPaper): OutwardLink[] {
  const id = paper.arxivId && encodeURI(paper.arxivId)
  const links: OutwardLink[] = paper.arxivId
    ? [
        { label: 'arXiv', href: arxivUrl(paper.arxivId) },
        { label: 'PDF', href: `https://arxiv.org/pdf/${id}` },
        { label: 'Daily papers', href: `https://huggingface.co/papers/${id}` },
      ]
    : [
        {
          label: 'Search arXiv for the title',
          href: `https://arxiv.org/search/?query=${encodeURIComponent(paper.title.replace(/\p{Cs}/gu, '\ufffd'))}&searchtype=title`,
        },
      ]
  for (const [label, urls] of [
    ['Code', paper.codeUrls],
    ['Project', paper.projectUrls],
  ] as const) {
    for (const url of urls) {
      const href = safeUrl(url)
      if (href) links.push({ label, href })
    }
  }
  return links
}
