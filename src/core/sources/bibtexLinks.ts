import { arxivIdOf } from '../papers/arxiv.ts'
import { arxivIdOfDoi, doiOf } from '../papers/doi.ts'
import { WebUrl } from '../papers/paper.ts'
import { ADDRESS_IN_TEXT } from '../text/textParts.ts'
import type { BibtexFields } from './bibtexFields.ts'
import { bibtexAddress, bibtexCategories } from './bibtexText.ts'
import { codeLinks } from './codeLinks.ts'
import { isPaperPage } from './paperPages.ts'

const textIn = (fields: BibtexFields, name: string): string => bibtexAddress(fields.get(name) ?? '')

/** An id where a field is known to hold one, in any of the forms of exports. */
export function arxivIdsIn(fields: BibtexFields): string[] {
  const text = (name: string): string => textIn(fields, name)
  const archive = text('archiveprefix') || text('eprinttype')
  const eprint = /^(?:arxiv)?$/i.test(archive) ? text('eprint') : ''
  // Before 2007 ids were numbers within an archive.
  const [category = ''] = categoriesIn(fields)
  const old = `${category.replace(/\.[A-Z]{2}$/, '')}/${eprint}`
  const named = (name: string): string => /\barxiv:\s?(\S{1,30})/i.exec(text(name))?.[1] ?? ''
  const found = [
    arxivIdOf(old) ?? arxivIdOf(eprint),
    // Mendeley's.
    arxivIdOf(text('arxivid')),
    arxivIdOf(text('volume').replace(/^abs\//i, '')),
    arxivIdOf(arxivIdOfDoi(doiOf(text('doi')) ?? '') ?? ''),
    ...['url', 'ee', 'journal', 'journaltitle', 'howpublished', 'note'].map(
      name => arxivIdOf(text(name)) ?? arxivIdOf(named(name)),
    ),
    // Of another archive, unless it says otherwise.
    arxivIdOf(named('eprint')),
  ]
  return [...new Set(found.filter(id => id !== undefined))]
}

export const categoriesIn = (fields: BibtexFields): string[] =>
  bibtexCategories(fields.get('primaryclass') ?? fields.get('eprintclass') ?? '')

/** Fields that hold an address. `ee` is DBLP's, for the electronic edition. */
const ADDRESSES = ['url', 'ee', 'howpublished', 'link']
/** Words that call the address behind them a project's. */
const PROJECT =
  /\bproject(?:['’]s)?[ -]?(?:web ?)?(?:page|site|website|homepage)?(?: (?:is|are|available|can|be|found|at|here|on)){0,5} ?[:(]? ?(?=https?:)/gi

/** Addresses that a text calls a project's. */
function projectsIn(text: string): string[] {
  return [...text.matchAll(PROJECT)].flatMap(({ 0: words, index }) => {
    const behind = text.slice(index + words.length, index + words.length + 500)
    return behind.match(ADDRESS_IN_TEXT)?.slice(0, 1) ?? []
  })
}

interface Links {
  dois: string[]
  paperUrls: string[]
  codeUrls: string[]
  projectUrls: string[]
  /** Addresses that no page may link to. */
  unsafe: string[]
}

/**
 * The links of an entry: the address of an entry is the paper's own page, unless it leads to code. A project's is only what the
 * text calls one.
 */
export function linksIn(fields: BibtexFields): Links {
  const addresses = ADDRESSES.map(name => textIn(fields, name)).flatMap(text =>
    /^[a-z][a-z\d+.-]*:\S+$/i.test(text) ? [text] : [],
  )
  const safe = addresses.filter(address => WebUrl.safeParse(address).success)
  const prose = ['note', 'abstract', 'annote', 'comment'].map(name => textIn(fields, name)).join(' ')
  const projects = projectsIn(`${prose} ${textIn(fields, 'howpublished')}`).filter(
    address => WebUrl.safeParse(address).success && codeLinks(address).length === 0,
  )
  const dois = [textIn(fields, 'doi'), ...addresses, textIn(fields, 'note').replace(/^.*\bdoi:/i, 'doi:')]
    .map(doiOf)
    .filter(doi => doi !== undefined)
    // The arXiv's own say no more than the id.
    .filter(doi => arxivIdOfDoi(doi) === undefined)
  const own = safe.filter(
    address =>
      codeLinks(address).length === 0 &&
      isPaperPage(address) &&
      arxivIdOf(address) === undefined &&
      doiOf(address) === undefined &&
      !projects.includes(address),
  )
  return {
    dois: [...new Set(dois)],
    paperUrls: [...new Set(own)],
    codeUrls: codeLinks([...addresses, prose].join(' ')),
    projectUrls: [...new Set(projects)],
    unsafe: addresses.filter(address => !safe.includes(address)),
  }
}
