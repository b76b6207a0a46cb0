import { PAPER_KINDS } from '../papers/paper.ts'

export type PaperKind = (typeof PAPER_KINDS)[number]
type KindTable = Readonly<Record<string, PaperKind>>

/** Types of entries in BibTeX and biblatex. */
const BIBTEX_TYPES: KindTable = {
  ...{ article: 'article', inproceedings: 'conference', conference: 'conference', paper: 'conference' },
  ...{ book: 'book', mvbook: 'book', booklet: 'book', incollection: 'chapter', inbook: 'chapter' },
  ...{ bookinbook: 'chapter', suppbook: 'chapter', inreference: 'chapter', techreport: 'report' },
  ...{ report: 'report', phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis' },
  ...{ bachelorsthesis: 'thesis', dataset: 'dataset', software: 'software', preprint: 'preprint' },
  ...{ unpublished: 'preprint', online: 'web', electronic: 'web', www: 'web', webpage: 'web' },
}

/** Types of references in RIS and MEDLINE. */
const RIS_TYPES: KindTable = {
  ...{
    JOUR: 'article',
    EJOUR: 'article',
    MGZN: 'article',
    NEWS: 'article',
    INPR: 'article',
    JFULL: 'article',
    ABST: 'article',
  },
  ...{
    CONF: 'conference',
    CPAPER: 'conference',
    BOOK: 'book',
    EBOOK: 'book',
    EDBOOK: 'book',
    CHAP: 'chapter',
    ECHAP: 'chapter',
  },
  ...{
    THES: 'thesis',
    RPRT: 'report',
    GOVDOC: 'report',
    STAND: 'report',
    DATA: 'dataset',
    DBASE: 'dataset',
    COMP: 'software',
  },
  ...{
    ELEC: 'web',
    WEB: 'web',
    BLOG: 'web',
    UNPB: 'preprint',
    UNPD: 'preprint',
    MANSCPT: 'preprint',
    'JOURNAL ARTICLE': 'article',
    PREPRINT: 'preprint',
  },
}

/** Names in JSON, in small letters and without signs: each index has its own. */
const JSON_NAMES: KindTable = {
  ...{
    journalarticle: 'article',
    articlejournal: 'article',
    journal: 'article',
    review: 'article',
    articlemagazine: 'article',
  },
  ...{
    conferencepaper: 'conference',
    paperconference: 'conference',
    proceedingsarticle: 'conference',
    inproceedings: 'conference',
  },
  ...{
    bookchapter: 'chapter',
    booksection: 'chapter',
    dissertation: 'thesis',
    monograph: 'book',
    postedcontent: 'preprint',
  },
  ...{
    webpage: 'web',
    postweblog: 'web',
    post: 'web',
    techreport: 'report',
    unpublished: 'preprint',
    editedbook: 'book',
  },
}

const kindIn = (table: KindTable, name: string): PaperKind | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** @param type in small letters */
export const kindOfBibtex = (type: string): PaperKind | undefined => kindIn(BIBTEX_TYPES, type)

export const kindOfRis = (type: string): PaperKind | undefined => kindIn(RIS_TYPES, type.toUpperCase())

/** The kind that a name in JSON means, in any spelling. */
export function kindNamed(name: string): PaperKind | undefined {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '')
  return PAPER_KINDS.find(kind => kind === bare) ?? kindIn(JSON_NAMES, bare)
}
