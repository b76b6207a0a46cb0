/** Formats of citations. `sidecar`: as a file beside the page of each paper, too. */
export const CITATION_FORMATS = {
  bibtex: { label: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', sidecar: true },
  ris: {
    label: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    sidecar: true,
  },
  csl: {
    label: 'CSL-JSON',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    sidecar: true,
  },
  apa: { label: 'APA', extension: 'txt', mediaType: 'text/plain', sidecar: false },
  markdown: { label: 'Markdown', extension: 'md', mediaType: 'text/markdown', sidecar: true },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv', sidecar: false },
} as const satisfies Record<string, { label: string; extension: string; mediaType: string; sidecar: boolean }>

export type CitationFormat = keyof typeof CITATION_FORMATS

/** In the order in which they are offered. */
export const CITATION_FORMAT_NAMES = Object.keys(CITATION_FORMATS) as CitationFormat[]

/** Those that one paper is offered in: not as a table. */
export const PAPER_FORMATS = CITATION_FORMAT_NAMES.filter(name => name !== 'csv')

/** Formats with a file beside the page of each paper. */
export const SIDECAR_FORMATS = CITATION_FORMAT_NAMES.filter(name => CITATION_FORMATS[name].sidecar)
