/** An arXiv id without its version: `2512.05564` since 2007, `math/0211159` or `math.GT/0309136` before. */
export const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/

/** Hosts and folders behind which addresses have the arXiv id of a paper, as the source of a regular expression. */
export const PAPER_FOLDERS =
  '(?:arxiv\\.org/(?:abs|pdf|html|format|e-print|src|ps)|ar5iv(?:\\.labs\\.arxiv)?\\.org/(?:abs|html|pdf)|(?:huggingface\\.co|hf\\.co)/papers|alphaxiv\\.org/(?:abs|overview|pdf))/'

/** An address of a paper: what follows the folder is the id. */
const ADDRESS = new RegExp(`^(?:https?://)?(?:(?:www|export|browse)\\.)?${PAPER_FOLDERS}([^?#]+)`, 'i')

/** Year and month, with which the number of an id begins. Ids of stored papers are not checked so. */
const HAS_MONTH = /(?:^|\/)\d\d(?:0[1-9]|1[0-2])/

export const isArxivId = (text: string): boolean => ARXIV_ID.test(text)

/**
 * The id, without its version, that a text names and says nothing else: bare, with `arXiv:` before it, or as the
 * address of the paper.
 */
export function arxivIdOf(text: string): string | undefined {
  const bare = text.trim()
  const found = ADDRESS.exec(bare)?.[1] ?? bare.replace(/^arxiv:\s*/i, '')
  const id = found
    .replace(/\/$/, '')
    .replace(/\.pdf$/i, '')
    .replace(/v\d{1,3}$/i, '')
  return isArxivId(id) && HAS_MONTH.test(id) ? id : undefined
}

export const arxivUrl = (arxivId: string): string => `https://arxiv.org/abs/${encodeURI(arxivId)}`
