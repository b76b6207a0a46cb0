import { WebUrl } from '../papers/paper.ts'

/**
 * Hosts whose addresses are not a paper's own page: indexes and searches, and sites on which its id already names it.
 * Hosts below them count as well.
 */
const OTHER_HOSTS =
  /^(?:[\w-]+\.)*(?:semanticscholar\.org|openalex\.org|api\.crossref\.org|arxiv\.org|scholar\.google\.[a-z.]{2,6}|zotero\.org|webofscience\.com|dblp\.org|uni-trier\.de|scopus\.com|pubmed\.ncbi\.nlm\.nih\.gov|huggingface\.co|hf\.co)$/

/** Whether an address can be the own page of a paper, at a publisher or elsewhere. */
export function isPaperPage(url: string): boolean {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  return WebUrl.safeParse(url).success && !OTHER_HOSTS.test(host)
}
