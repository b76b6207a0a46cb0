import type { TermDictionary } from '../index/corpusIndex.ts'
import { splitCompound } from '../index/splitCompound.ts'
import type { BooleanFilter, PhraseFilter } from '../query/booleanFilter.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'

type Dictionary = Pick<TermDictionary, 'frequency'>

/** Adds the candidates of a phrase. The index lacks common words: phrases of these alone get none. */
export function phraseWithCandidates<P extends PhraseFilter>(phrase: P, dictionary: Dictionary): P {
  const { terms } = phrase
  const uncommon = terms.filter(term => !isStopWord(term))
  if (uncommon.length === 0) return phrase
  const one = terms.join('')
  if (terms.length > 1) return { ...phrase, candidates: [uncommon.map(stemOf), [stemOf(one)]] }
  const splits = splitCompound(one, dictionary).map(parts => parts.map(stemOf))
  return { ...phrase, candidates: [[stemOf(one)], ...splits] }
}

/** Adds the candidates of all phrases in a filter. */
export function withCandidates(filter: BooleanFilter, dictionary: Dictionary): BooleanFilter {
  switch (filter.type) {
    case 'and':
    case 'or':
      return { type: filter.type, members: filter.members.map(member => withCandidates(member, dictionary)) }
    case 'not':
      return { type: 'not', member: withCandidates(filter.member, dictionary) }
    case 'phrase':
      return phraseWithCandidates(filter, dictionary)
    default:
      return filter
  }
}
