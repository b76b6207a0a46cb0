import type { Query } from '../query/ast.ts'
import { analyze } from '../text/analyze.ts'
import { isStopWord } from '../text/stopwords.ts'
import { MAX_TITLE_WORDS } from './titles.ts'

/** The beginning of a word still being typed says too little to leave papers out. */
const MIN_CONDITION = 3

export interface Word {
  /** As typed: capitals tell names. */
  text: string
  term: string
  isLast: boolean
  /** The hyphenated run the word stands in as one word: `kvcache` for both words of `kv-cache`. */
  whole?: string
  /** Of a text that is written out: its words are taken as they are where the corpus has their stem. */
  inProse: boolean
  /** Common words are no condition: a paper may lack them. */
  isCondition: boolean
}

export interface Parts {
  /** Words that are asked for but may be missing. */
  words: Word[]
  /** Alternatives of words; a paper should have one of each. */
  choices: Query[]
  /** What every paper must meet. */
  strict: Query[]
  /** Whether so many words are asked for that they are not all meant to be found. */
  isProse: boolean
}

export const isText = (query: Query): query is Query & { type: 'word' | 'phrase' } =>
  query.type === 'word' || query.type === 'phrase'

export const isPlainWord = (query: Query): query is Query & { type: 'word' } =>
  query.type === 'word' && !query.field

/** Whether every alternative names a field, as operators do: they always bind. */
const isOfFields = ({ members }: Query & { type: 'or' }): boolean =>
  members.every(member => isText(member) && member.field !== undefined)

/** The words of a text as typed there. */
export function wordsOf(text: string, { isLast, inProse }: Pick<Word, 'isLast' | 'inProse'>): Word[] {
  const { words, joined } = analyze(text)
  return words.map(({ term, start, end }, at): Word => {
    const ends = isLast && at === words.length - 1
    const isCondition = !isStopWord(term) && !(ends && term.length < MIN_CONDITION)
    const run = joined.find(other => other.start <= start && other.end >= end)
    return { text, term, isLast: ends, inProse, isCondition, ...(run && { whole: run.term }) }
  })
}

/**
 * Sorts the topmost clauses of a query by how they bind. In a text of many words, pasted or written out, quotation
 * marks are only that: its phrases are read as words.
 */
export function partsOf(query: Query): Parts {
  const members = query.type === 'and' ? query.members : query.type === 'all' ? [] : [query]
  const isProse = members.filter(isPlainWord).length > MAX_TITLE_WORDS
  const parts: Parts = { words: [], choices: [], strict: [], isProse }
  // Filters behind a word do not finish it: facets put them there.
  const lastText = members.findLastIndex(member => member.type !== 'filter' && member.type !== 'not')
  for (const [index, member] of members.entries()) {
    const isLast = index === lastText
    if (isPlainWord(member))
      parts.words.push(...wordsOf(member.text, { isLast: isLast && !isProse, inProse: isProse }))
    else if (isProse && member.type === 'phrase' && !member.field)
      parts.words.push(...wordsOf(member.text, { isLast: false, inProse: true }))
    else if (member.type === 'or' && member.members.every(isText) && !isOfFields(member))
      parts.choices.push(member)
    else parts.strict.push(member)
  }
  // Common words tell titles apart, and only blur a question that is written out.
  if (isProse) parts.words = parts.words.filter(({ isCondition }) => isCondition)
  // A query of common words only asks for them.
  if (parts.choices.length === 0 && parts.words.every(({ isCondition }) => !isCondition)) {
    for (const word of parts.words) word.isCondition = true
  }
  return parts
}
