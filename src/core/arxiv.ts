/** An arXiv id without its version: `2512.05564` since 2007, `math/0211159` or `math.GT/0309136` before. */
export const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/

export const isArxivId = (text: string): boolean => ARXIV_ID.test(text)

export const arxivUrl = (arxivId: string): string => `https://arxiv.org/abs/${encodeURI(arxivId)}`
