import { arxivUrl } from './arxiv.ts'
import type { CorpusPaper } from './manifest.ts'
import { safeUrl } from './safeUrl.ts'
import { percentEncoded } from './text.ts'

/** A link that leads away from the site. */
export interface OutwardLink {
  label: string
  href: string
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
          href: `https://arxiv.org/search/?query=${percentEncoded(paper.title)}&searchtype=title`,
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

/** Where else a paper can be opened: by its id alone, or as a search for its title, which is labelled so. */
export function elsewhereOf({ arxivId, title }: Pick<CorpusPaper, 'arxivId' | 'title'>): OutwardLink[] {
  const id = arxivId && encodeURI(arxivId)
  const byId: OutwardLink[] = id
    ? [
        { label: 'arXiv, as HTML', href: `https://arxiv.org/html/${id}` },
        { label: 'alphaXiv', href: `https://www.alphaxiv.org/abs/${id}` },
        { label: 'papers.cool', href: `https://papers.cool/arxiv/${id}` },
        { label: 'Semantic Scholar', href: `https://api.semanticscholar.org/arXiv:${id}` },
      ]
    : [
        {
          label: 'Semantic Scholar: search for the title',
          href: `https://www.semanticscholar.org/search?q=${percentEncoded(title)}`,
        },
      ]
  return [
    ...byId,
    {
      label: 'Google Scholar: search for the title',
      href: `https://scholar.google.com/scholar?q=${percentEncoded(`"${title}"`)}`,
    },
  ]
}
