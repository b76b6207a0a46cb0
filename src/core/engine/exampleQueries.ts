import type { CorpusPaper } from '../papers/manifest.ts'
import { FIELDS, type FieldName } from '../query/fields.ts'
import type { FacetName } from '../search/facets.ts'
import { analyze } from '../text/analyze.ts'
import { isStopWord } from '../text/stopwords.ts'
import type { CorpusSpan } from './corpusSpan.ts'
import type { WordForm } from './searchExamples.ts'

/** Queries worth learning from, where a corpus has papers for them. */
const KNOWN_WORDS: Record<WordForm, readonly string[]> = {
  all: ['verifiable rewards', 'sparse attention'],
  typo: ['verifible rewards', 'sprase attention'],
  phrase: ['"policy optimization"', '"language models"'],
  without: ['attention -vision', 'reasoning -survey'],
  either: ['tokenizer | tokenization', 'audio | speech'],
  group: ['recognition (audio | vision)', 'generation (video | image)'],
}

const MAX_TITLES = 2_000

/** Meaningful words of titles, and pairs of them that are next to each other, the most frequent first. */
export interface TitleWords {
  words: string[]
  pairs: [string, string][]
}

export function titleWords(papers: readonly CorpusPaper[]): TitleWords {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const { title } of papers.slice(0, MAX_TITLES)) {
    const terms = analyze(title).words.map(({ term }) => term)
    const isMeaningful = terms.map(term => term.length > 3 && !isStopWord(term) && /^\p{L}+$/u.test(term))
    const inTitle = new Set<string>()
    for (const [at, term] of terms.entries()) {
      if (!isMeaningful[at]) continue
      inTitle.add(term)
      if (isMeaningful[at + 1]) {
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

/** The word with its fourth and fifth letters swapped. */
const misspelt = (word: string): string => word.slice(0, 3) + word[4] + word[3] + word.slice(5)

function queriesFromTitles(form: WordForm, { words, pairs }: TitleWords): string[] {
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

/** Queries that show a word form, the best to learn from first. */
export const wordQueries = (form: WordForm, titles: TitleWords): string[] => [
  ...KNOWN_WORDS[form],
  ...queriesFromTitles(form, titles),
]

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

/** The month that is `count` months before one. */
function monthBefore(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** The values of a facet in its order: those that most papers have, or the newest, first. */
export type FrequentValues = (facet: FacetName) => readonly string[]

/** Queries with an operator for which the corpus may have papers, the best to learn from first. */
export function operatorQueries(
  name: FieldName,
  papers: readonly CorpusPaper[],
  frequent: FrequentValues,
  { words, pairs }: TitleWords,
  span: CorpusSpan,
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
