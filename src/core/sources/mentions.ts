import { arxivIdOf, PAPER_FOLDERS } from '../papers/arxiv.ts'
import { arxivIdOfDoi, doiOf } from '../papers/doi.ts'
import { receivedText } from '../text/receivedText.ts'
import { gathered } from './complaints.ts'
import { recordOf } from './record.ts'
import type { SourceContext, SourceFormat, SourceReading } from './source.ts'

/** A paper that a text names by an id. */
export interface Mention {
  arxivId?: string
  doi?: string
  title?: string
  line: number
}

const ID = '(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d{1,3})?(?![\\d/])'
/** An id behind an address or `arXiv:`, or a DOI. */
const NAMED = new RegExp(
  `(?:${PAPER_FOLDERS}|\\barxiv:\\s?)(${ID})|\\b(10\\.\\d{4,9}/[^\\s"<>\\])}|]{1,200})`,
  'gi',
)
/** The archives of the time before April 2007. */
const ARCHIVE =
  '(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con)(?:\\.[A-Z]{2})?'
const MONTH = '(?:0[1-9]|1[0-2])'
/** Numbers had four digits from April 2007 on, and have five since 2015. */
const NUMBERS = `(?:0[7-9]|1[0-4])${MONTH}\\.\\d{4}|(?:1[5-9]|[2-4]\\d)${MONTH}\\.\\d{5}`
/** An id alone in a sentence, which is no part of a longer number, a version, an address or an amount. */
const BARE = new RegExp(
  `(?<![\\w./$€£¥+@=%-]|\\d,|[$€£¥] |\\b(?:version|number|value) )((?:${NUMBERS}|${ARCHIVE}/\\d\\d${MONTH}\\d{3})(?:v\\d{1,3})?)(?![\\w/%€$£¥]|[.,-]\\d| ?(?:%|€|\\$|USD|EUR|GBP|dollars|euros)(?!\\w))`,
  'g',
)
/** An id that has its line to itself. */
const ALONE = new RegExp(`^\\s*(?:[-*+•]|\\d{1,4}[.)])?\\s*(${ID})\\s*$`)
const LINK = /\[([^[\]\n]{1,300})\]\(([^\s()]{1,500})/g
/** Texts of links to papers that are not their title. */
const GENERIC =
  /^(?:the |full |read )?(?:paper|pdf|arxiv|abs(?:tract)?|link|here|html|code|github|hf|hugging ?face|alphaxiv|preprint|doi|url|📄|\W*)(?: link| page| pdf)?$|^\[?(?:arxiv:|doi:|https?:|10\.\d|\d{4}\.\d{4,5})/i
/** The beginning of JSON, XML or BibTeX: where no reader knows such a file, its ids are not what it is for. */
const DATA = /^\ufeff?\s*(?:\{|\[\s*[{"]|<\?xml|<feed|<rss|@\w+\s*\{)/i
const LONGEST_LINE = 20_000

function withoutEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1] as string)) end--
  return text.slice(0, end)
}

/** The text between the first two marks, if it can be a title. */
function between(line: string, opening: string, closing: string): string | undefined {
  const start = line.indexOf(opening)
  const end = start === -1 ? -1 : line.indexOf(closing, start + opening.length)
  const text = line.slice(start + opening.length, end)
  return end !== -1 && text.length >= 5 && text.length <= 300 ? text : undefined
}

/** The title that a line gives: a link's text, words in bold or quotation marks, or what stands before the first link. */
function titleIn(line: string, isOfMention: (url: string) => boolean): string | undefined {
  const plain = (text: string): string =>
    withoutEnd(receivedText(text.replace(/[*_`~]{1,3}/g, '')), ' :–—,.-')
  const links = [...line.matchAll(LINK)].map(([, text = '', url = '']) => ({ text: plain(text), url }))
  const own = links.find(({ text, url }) => isOfMention(url) && !GENERIC.test(text))
  if (own) return own.text
  const bold = plain(between(line, '**', '**') ?? between(line, '“', '”') ?? between(line, '"', '"') ?? '')
  if (bold !== '' && !GENERIC.test(bold) && !bold.includes('](')) return bold
  const before = line.split(/\[|https?:|\barxiv:|\b10\.\d{4}/i, 1)[0] ?? ''
  const words = plain(withoutEnd(before, '(|, \t').replace(/^\s*(?:[-*+•>#|]+|\d{1,4}[.)])\s*/, ''))
  return words.split(' ').length >= 3 && words.length <= 300 ? words : undefined
}

/** The papers that a text names by arXiv ids, links or DOIs, each once, in order of appearance. */
export const mentionsIn = (text: string): Mention[] => namedIn(text).mentions

/** Papers that a text names by ids, and texts that look like an id but have no such month. */
function namedIn(text: string): { mentions: Mention[]; impossible: { id: string; line: number }[] } {
  const impossible: { id: string; line: number }[] = []
  const found = new Map<string, Mention>()
  text.split(/\r\n?|\n/).forEach((whole, index) => {
    const line = whole.slice(0, LONGEST_LINE)
    const alone = ALONE.exec(line)?.[1]
    const named = [...line.matchAll(NAMED)].map(([, id, doi]) => ({ id, doi, isBare: false }))
    const bare = [...line.matchAll(BARE)].map(([, id]) => ({ id, doi: undefined, isBare: true }))
    const all = alone === undefined ? [...named, ...bare] : [{ id: alone, doi: undefined, isBare: false }]
    const keys = new Set(all.map(({ id, doi }) => id ?? doi))
    for (const { id, doi: written, isBare } of all) {
      const doi = written === undefined ? undefined : doiOf(written)
      const arxivId = arxivIdOf(id ?? (doi && arxivIdOfDoi(doi)) ?? '')
      const key = arxivId ?? doi
      if (id !== undefined && arxivId === undefined) impossible.push({ id, line: index + 1 })
      if (key === undefined) continue
      // A sentence around an id is no title.
      const title = isBare
        ? undefined
        : titleIn(line, url => keys.size === 1 || url.toLowerCase().includes(key.toLowerCase()))
      const known = found.get(key)
      if (known) {
        if (known.title === undefined && title !== undefined) known.title = title
      } else {
        found.set(key, {
          ...(arxivId === undefined ? { doi: key } : { arxivId }),
          ...(title === undefined ? {} : { title }),
          line: index + 1,
        })
      }
    }
  })
  return { mentions: [...found.values()], impossible }
}

const namesAny = (text: string): boolean => {
  const { mentions, impossible } = namedIn(text)
  return mentions.length + impossible.length > 0
}

/** A paper of which little is known but its id; its title, where the text gives none, is the id. */
function stubOf(
  { arxivId, doi, title, line }: Mention,
  { name }: SourceContext,
): SourceReading['records'][number] {
  const paper = recordOf(
    { name, format: 'links' },
    {
      title: title ?? (arxivId === undefined ? `doi:${doi}` : `arXiv:${arxivId}`),
      arxivId,
      dois: doi === undefined ? [] : [doi],
    },
  )
  return { paper, where: `line ${line}`, enrichesOnly: false }
}

/** Any text or Markdown that names papers by ids, links or DOIs: a list of links, a newsletter, notes. */
export const linkText: SourceFormat = {
  called: 'any text with ids of papers (with --complete)',

  detect: text => (DATA.test(text.slice(0, 1000)) || !namesAny(text) ? 0 : 0.05),

  read(text, context) {
    const { mentions, impossible } = namedIn(text)
    const problems = gathered(
      impossible.map(({ id, line }) => ({
        where: `line ${line}`,
        message: `“${id}” left out: not an arXiv id, as the third and fourth digit are no month`,
        dropped: true,
      })),
    )
    if (context.completes) return { records: mentions.map(mention => stubOf(mention, context)), problems }
    return {
      records: [],
      problems,
      mentions: mentions.map(({ arxivId, doi }) => (arxivId ?? doi) as string),
    }
  },
}
