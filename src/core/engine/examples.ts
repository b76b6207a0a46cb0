import { listingDays } from '../papers/listingDays.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Theme } from '../papers/theme.ts'
import { FIELD_NAMES, FIELDS, type FieldName } from '../query/fields.ts'
import type { FacetName, FacetTable } from '../search/facets.ts'
import { analyze } from '../text/analyze.ts'
import { isStopWord } from '../text/stopwords.ts'
import type { Partial } from './engine.ts'

/** A query, and how many papers have all that it asks for. */
export interface Example {
  q: string
  papers: number
}

/** What a search may consist of beside operators, in the order in which it is learnt. */
export const WORD_FORMS = ['all', 'typo', 'phrase', 'without', 'either', 'group'] as const
export type WordForm = (typeof WORD_FORMS)[number]

/** What the help page knows of a corpus. */
export interface Guide {
  /** A word form for which nothing was found has no example; an operator may have none. */
  words: { readonly [form in WordForm]?: Example }
  operators: { readonly [name in FieldName]: readonly Example[] }
  /** The id of a theme whose rule is short enough to learn from. */
  theme?: string
  /** What the papers span. */
  span: {
    digests: number
    firstDigest?: string
    newestDigest?: string
    firstMonth?: string
    lastMonth?: string
    /** Papers whose day of publication is not known. */
    undated: number
  }
  partial: Partial | null
}

/** What the guide asks of an engine. */
export interface GuideSource {
  papers: readonly CorpusPaper[]
  /** The place of each paper among all, the newest first. */
  places: Int32Array
  themes: readonly Theme[]
  facets: FacetTable
  /** How many papers have all that a query asks for; none where a part of it is not understood. */
  count: (q: string) => number
}

/** Queries worth learning from, where a corpus has papers for them. */
const KNOWN_WORDS: Record<WordForm, readonly string[]> = {
  all: ['verifiable rewards', 'sparse attention'],
  typo: ['verifible rewards', 'sprase attention'],
  phrase: ['"policy optimization"', '"language models"'],
  without: ['attention -vision', 'reasoning -survey'],
  either: ['tokenizer | tokenization', 'audio | speech'],
  group: ['recognition (audio | vision)', 'generation (video | image)'],
}

const MOST_READ = 2_000
const MOST_EXAMPLES = 3
const LONGEST_RULE = 120

/** The words of titles that say something, and those of them that stand side by side, the most frequent first. */
function wordsInTitles(papers: readonly CorpusPaper[]): { words: string[]; pairs: [string, string][] } {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const { title } of papers.slice(0, MOST_READ)) {
    const terms = analyze(title).words.map(({ term }) => term)
    const telling = terms.map(term => term.length > 3 && !isStopWord(term) && /^\p{L}+$/u.test(term))
    const inTitle = new Set<string>()
    for (const [at, term] of terms.entries()) {
      if (!telling[at]) continue
      inTitle.add(term)
      if (telling[at + 1]) {
        const pair = `${term} ${terms[at + 1]}`
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
      }
    }
    for (const term of inTitle) words.set(term, (words.get(term) ?? 0) + 1)
  }
  return {
    words: byFrequency(words),
    pairs: byFrequency(pairs).map(pair => pair.split(' ') as [string, string]),
  }
}

const byFrequency = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)

/** The word with two of its letters the wrong way round, as fingers have it. */
const misspelt = (word: string): string => word.slice(0, 3) + word[4] + word[3] + word.slice(5)

function wordCandidates(form: WordForm, { words, pairs }: ReturnType<typeof wordsInTitles>): string[] {
  const [first, second, third] = words
  const [a, b] = pairs[0] ?? []
  switch (form) {
    case 'all':
      return a && b ? [`${a} ${b}`] : first ? [first] : []
    case 'typo': {
      // Long words have few that resemble them.
      const long = words.filter(word => /^[a-z]{8,}$/.test(word) && word[3] !== word[4])
      return long.slice(0, 5).map(misspelt)
    }
    case 'phrase':
      return a && b ? [`"${a} ${b}"`] : first ? [`"${first}"`] : []
    case 'without':
      return first ? words.slice(1, 6).map(other => `${first} -${other}`) : []
    case 'either':
      return first && second ? [`${first} | ${second}`] : []
    case 'group':
      return first && second && third
        ? [`${first} (${second} | ${third})`, `${second} (${first} | ${third})`]
        : []
    default:
      return form satisfies never
  }
}

/** The names that most papers carry, of those that can be written in a query. */
function frequentNames(
  papers: readonly CorpusPaper[],
  names: (paper: CorpusPaper) => readonly string[],
): string[] {
  const counts = new Map<string, number>()
  for (const name of papers.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return byFrequency(counts).filter(name => !name.includes('"'))
}

const quoted = (name: string): string => (/^[\p{L}\p{N}]+$/u.test(name) ? name : `"${name}"`)

/** The month so many before one. */
function monthBefore(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** The values of a facet in its order: those that most papers have, or the newest, first. */
type Values = (facet: FacetName) => readonly string[]

/** Queries with an operator that the corpus may have papers for, the best to learn from first. */
function candidates(
  name: FieldName,
  papers: readonly CorpusPaper[],
  frequent: Values,
  { words, pairs }: ReturnType<typeof wordsInTitles>,
  span: Guide['span'],
): string[] {
  const known: readonly string[] = FIELDS[name].examples
  const { lastMonth: month = '', newestDigest } = span
  const year = month.slice(0, 4)
  switch (name) {
    case 'title':
    case 'abstract':
      return [
        ...known,
        ...words.slice(0, 1).map(word => `${name}:${word}`),
        ...pairs.slice(0, 1).map(([a, b]) => `${name}:"${a} ${b}"`),
      ]
    case 'author':
      return frequentNames(papers, FIELDS.author.names)
        .slice(0, 2)
        .map(author => `author:"${author}"`)
    case 'org':
      return frequent('org')
        .slice(0, 2)
        .map(org => `org:${quoted(org)}`)
    case 'theme': {
      const [a, b, c] = frequent('theme')
      return [
        ...(a ? [`theme:${a}`] : []),
        ...(a && b ? [`theme:${a},${b}`] : []),
        ...(c ? [`-theme:${c}`] : []),
      ]
    }
    case 'has':
      return FIELDS.has.known.map(value => `has:${value}`)
    case 'after':
      return month ? [`after:${month}`, `after:${monthBefore(month, 3)}`] : []
    case 'before':
      return month ? [`before:${year}`, `before:${month}`] : []
    case 'year':
      return year ? [`year:${year}`, `year:${Number(year) - 2}..${Number(year) - 1}`] : []
    case 'date':
      return month ? [`date:${month}`, `date:${monthBefore(month, 3)}..${monthBefore(month, 1)}`] : []
    case 'listed':
      return newestDigest ? [`listed:${newestDigest}`, `listed:${newestDigest.slice(0, 7)}`] : []
    case 'id': {
      const paper = papers.find(({ arxivId }) => arxivId !== undefined) ?? papers[0]
      return paper ? [`id:${paper.id}`, ...(paper.arxivId ? [`arxiv.org/abs/${paper.arxivId}`] : [])] : []
    }
    case 'doi': {
      const doi = papers.find(({ dois = [] }) => dois.length > 0)?.dois?.[0]
      return doi ? [...known, `doi:${doi}`] : [...known]
    }
    case 'last':
      return ['last:7d', 'last:3m', 'last:1y']
    case 'comments':
      return [...known, 'comments:0', 'comments:>=1']
    case 'authors':
      return [...known, 'authors:>20', 'authors:1']
    case 'upvotes':
      return [...known, 'upvotes:>100', 'upvotes:>=1']
    default:
      return name satisfies never
  }
}

function spanOf(papers: readonly CorpusPaper[]): Guide['span'] {
  const [days, months] = [new Set<string>(), new Set<string>()]
  let undated = 0
  for (const paper of papers) {
    const { publishedAt } = paper
    for (const day of listingDays(paper)) days.add(day)
    if (publishedAt === undefined) undated++
    else if (publishedAt.length > 4) months.add(publishedAt.slice(0, 7))
  }
  const [allDays, allMonths] = [[...days].sort(), [...months].sort()]
  const [firstDigest, newestDigest] = [allDays[0], allDays.at(-1)]
  const [firstMonth, lastMonth] = [allMonths[0], allMonths.at(-1)]
  return {
    digests: days.size,
    ...(firstDigest && newestDigest && { firstDigest, newestDigest }),
    ...(firstMonth && lastMonth && { firstMonth, lastMonth }),
    undated,
  }
}

/**
 * Examples of all that a search may consist of, each of which finds papers in this corpus, and what the corpus spans.
 * Examples that leave papers out come before those that find all.
 */
export function guideTo({
  papers: unordered,
  places,
  themes,
  facets,
  count,
}: GuideSource): Omit<Guide, 'partial'> {
  const papers = new Array<CorpusPaper>(unordered.length)
  for (const [document, paper] of unordered.entries()) papers[places[document] as number] = paper
  const all = Int32Array.from(unordered.keys())
  const frequent: Values = facet => facets.count(facet, all, []).values.map(({ value }) => value)
  const span = spanOf(papers)
  const titles = wordsInTitles(papers)
  const found = (queries: readonly string[]): Example[] => {
    const examples = [...new Set(queries)]
      .map(q => ({ q, papers: count(q) }))
      .filter(example => example.papers > 0)
    const telling = examples.filter(example => example.papers < papers.length)
    return telling.length > 0 ? telling : examples.slice(0, 1)
  }
  const words = WORD_FORMS.flatMap(form => {
    const example = found([...KNOWN_WORDS[form], ...wordCandidates(form, titles)])[0]
    return example ? [[form, example] as const] : []
  })
  const operators = FIELD_NAMES.map(
    name => [name, found(candidates(name, papers, frequent, titles, span)).slice(0, MOST_EXAMPLES)] as const,
  )
  const ruleOf = new Map(themes.map(({ id, query }) => [id, query]))
  const theme = frequent('theme').find(id => (ruleOf.get(id)?.length ?? Infinity) <= LONGEST_RULE)
  return {
    words: Object.fromEntries(words),
    operators: Object.fromEntries(operators) as unknown as Guide['operators'],
    ...(theme !== undefined && { theme }),
    span,
  }
}
