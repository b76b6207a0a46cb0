import { safeUrl } from '../text/safeUrl.ts'
import { percentEncoded } from '../text/text.ts'
import { arxivUrl } from './arxiv.ts'
import { doiOf, doiUrl, publishersDois } from './doi.ts'
import type { CorpusPaper } from './manifest.ts'

/** A link that leads away from the site. */
export interface OutwardLink {
  label: string
  href: string
}

/** Links to the paper itself: on the arXiv, at its DOIs, on pages of its own. */
function ownLinks(paper: CorpusPaper): OutwardLink[] {
  const { arxivId, paperUrls = [] } = paper
  const id = arxivId && encodeURI(arxivId)
  const dois = publishersDois(paper)
  return [
    ...(arxivId === undefined
      ? []
      : [
          { label: 'arXiv', href: arxivUrl(arxivId) },
          { label: 'PDF', href: `https://arxiv.org/pdf/${id}` },
          { label: 'Daily papers', href: `https://huggingface.co/papers/${id}` },
        ]),
    ...dois.map(doi => ({ label: 'DOI', href: doiUrl(doi) })),
    ...paperUrls
      .filter(url => !dois.includes(doiOf(url) ?? '') && safeUrl(url))
      .map(href => ({ label: 'Paper', href })),
  ]
}

/** Where a paper can be read and its code found. Where nothing of it is known, there is a search for its title. */
export function linksOf(paper: CorpusPaper): OutwardLink[] {
  const links = ownLinks(paper)
  if (links.length === 0)
    links.push({
      label: 'Search arXiv for the title',
      href: `https://arxiv.org/search/?query=${percentEncoded(paper.title)}&searchtype=title`,
    })
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
