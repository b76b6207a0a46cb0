import { arxivUrl } from '../papers/arxiv.ts'
import { byline } from '../papers/byline.ts'
import { displayName, sortedName } from '../papers/displayName.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import { instantOf, wholeDay } from '../text/instants.ts'
import {
  basicTags,
  beginning,
  type Head,
  meta,
  type PublicSite,
  property,
  searchTag,
  sidecarTags,
  urlOf,
} from './headTags.ts'
import { paths } from './paths.ts'
import { titleOf } from './siteTitle.ts'

/** An author as reference managers read names: family name first where a source says where it begins. */
const citedAs = (author: string, known: CorpusPaper['authorNames']): string => {
  const name = known?.find(each => displayName(each) === author)
  return name === undefined ? author : sortedName(name)
}

const authorData = (name: string, known: CorpusPaper['authorNames']) => {
  const isWhole = known?.some(each => 'literal' in each && each.literal === name)
  return { '@type': isWhole ? 'Organization' : 'Person', name }
}

/**
 * The head of a paper's page. Authors are named where the source named them; an organisation or a number of authors is
 * never made into one.
 *
 * Reference managers read Highwire's `citation_*` (Google Scholar's guidelines for webmasters) and Dublin Core.
 */
export function headOfPaper(paper: CorpusPaper, site: PublicSite): Head {
  const { title, abstract, authors = [], publishedAt, publishedYearInferred, arxivId, categories } = paper
  const path = paths.paper(paper.id)
  const url = urlOf(path, site)
  const description = beginning(abstract ?? `${title}. ${byline(paper)}.`)
  // A year that was only inferred is not handed on as a fact.
  const date = publishedYearInferred ? undefined : publishedAt
  const day = wholeDay(date)
  const arxiv = arxivId === undefined ? [] : [meta('citation_arxiv_id', arxivId)]
  const doi = paper.dois?.[0] ?? (arxivId === undefined ? undefined : `10.48550/arXiv.${arxivId}`)
  return {
    title: titleOf(title, site.name),
    tags: [
      ...basicTags({ name: title, description, path, type: 'article' }, site),
      ...(day === undefined ? [] : [property('article:published_time', instantOf(day))]),
      meta('citation_title', title),
      ...authors.map(author => meta('citation_author', citedAs(author, paper.authorNames))),
      ...(date === undefined ? [] : [meta('citation_publication_date', date.replaceAll('-', '/'))]),
      ...arxiv,
      ...(doi === undefined ? [] : [meta('citation_doi', doi)]),
      ...(arxivId === undefined
        ? []
        : [meta('citation_pdf_url', `https://arxiv.org/pdf/${encodeURI(arxivId)}`)]),
      meta('citation_abstract_html_url', url),
      ...(abstract === undefined ? [] : [meta('citation_abstract', abstract)]),
      // Zotero makes an item of the type that is said here, else an article of a journal.
      meta('DC.type', 'preprint'),
      meta('DC.title', title),
      ...authors.map(author => meta('DC.creator', citedAs(author, paper.authorNames))),
      ...(date === undefined ? [] : [meta('DC.date', date)]),
      meta('DC.identifier', arxivId === undefined ? url : arxivUrl(arxivId)),
      ...(abstract === undefined ? [] : [meta('DC.description', abstract)]),
      ...sidecarTags(paper.id, site),
      searchTag(site),
    ],
    data: {
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      headline: title,
      ...(abstract !== undefined && { abstract }),
      ...(authors.length > 0 && { author: authors.map(name => authorData(name, paper.authorNames)) }),
      ...(date !== undefined && { datePublished: date }),
      ...(categories.length > 0 && { keywords: categories }),
      ...(arxivId !== undefined && { identifier: `arXiv:${arxivId}`, sameAs: arxivUrl(arxivId) }),
      url,
    },
  }
}
