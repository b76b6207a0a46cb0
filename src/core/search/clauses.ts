import type { Query, TextQuery } from '../query/ast.ts'
import { analyze } from '../text/analyze.ts'
import { isStopWord } from '../text/stopwords.ts'
import { MAX_TITLE_WORDS } from './titles.ts'

/** The beginning of a word still being typed says too little to leave papers out. */
const MIN_REQUIRED = 3

/** A word of a query. */
export interface QueryWord {
  /** As typed: capitals tell names. */
  typed: string
  term: string
  /** The last word, perhaps still being typed. */
  isPrefix: boolean
  /** The hyphenated run that contains the word, as one word: `kvcache` for both words of `kv-cache`. */
  whole?: string
  /** Of a text that is written out: its words are taken as they are where the corpus has their stem. */
  inProse: boolean
  /** False for common words: they score, but a paper may lack them. */
  isRequired: boolean
}

/** The topmost clauses of a query by how they bind. */
export interface QueryClauses {
  /** Words that are asked for but may be missing. */
  should: QueryWord[]
  /** Alternatives of words and phrases: a paper should have one of each list. */
  anyOf: TextQuery[][]
  /** Conditions that every paper must meet. */
  must: Query[]
  /** Whether the query has too many words for all of them to be meant to be found. */
  isProse: boolean
}

export const isText = (query: Query): query is TextQuery => query.type === 'word' || query.type === 'phrase'

export const isPlainWord = (query: Query): query is Query & { type: 'word' } =>
  query.type === 'word' && !query.field

/** Whether every alternative names a field, as operators do: they always bind. */
const areOfFields = (members: readonly TextQuery[]): boolean =>
  members.every(({ field }) => field !== undefined)

/** The words of a text as typed there. */
export function queryWords(
  typed: string,
  { isPrefix, inProse }: Pick<QueryWord, 'isPrefix' | 'inProse'>,
): QueryWord[] {
  const { words, joined } = analyze(typed)
  return words.map(({ term, start, end }, at): QueryWord => {
    const ends = isPrefix && at === words.length - 1
    const isRequired = !isStopWord(term) && !(ends && term.length < MIN_REQUIRED)
    const run = joined.find(other => other.start <= start && other.end >= end)
    return { typed, term, isPrefix: ends, inProse, isRequired, ...(run && { whole: run.term }) }
  })
}

/**
 * Sorts the topmost clauses of a query by how they bind. In a text of many words, pasted or written out, quotation
 * marks are only that: its phrases are read as words.
 */
export function clausesOf(query: Query): QueryClauses {
  const members = query.type === 'and' ? query.members : query.type === 'all' ? [] : [query]
  const isProse = members.filter(isPlainWord).length > MAX_TITLE_WORDS
  const should: QueryWord[] = []
  const anyOf: TextQuery[][] = []
  const must: Query[] = []
  // Filters behind a word do not finish it: facets put them there.
  const lastText = members.findLastIndex(member => member.type !== 'filter' && member.type !== 'not')
  for (const [index, member] of members.entries()) {
    const isLast = index === lastText
    if (isPlainWord(member))
      should.push(...queryWords(member.text, { isPrefix: isLast && !isProse, inProse: isProse }))
    else if (isProse && member.type === 'phrase' && !member.field)
      should.push(...queryWords(member.text, { isPrefix: false, inProse: true }))
    else if (member.type === 'or' && member.members.every(isText) && !areOfFields(member.members))
      anyOf.push(member.members)
    else must.push(member)
  }
  // Common words tell titles apart, and only blur a question that is written out.
  const words = isProse ? should.filter(({ isRequired }) => isRequired) : should
  // A query of common words only asks for them.
  if (anyOf.length === 0 && words.every(({ isRequired }) => !isRequired)) {
    for (const word of words) word.isRequired = true
  }
  return { should: words, anyOf, must, isProse }
}
