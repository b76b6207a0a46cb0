import type { InvertedIndex } from './inverted.ts'
import type { Lexicon } from './lexicon.ts'

/** How freely a word of a query may be read. */
export interface Reading {
  /** The word may be the beginning of one: it is still being typed. */
  prefix: boolean
  /** The word may be mistyped. */
  fuzzy: boolean
}

/** The terms of the corpus that one word of a query stands for, each with the weight its matches count with. */
export interface Expansion {
  word: string
  terms: Map<string, number>
  /** The word that was searched for in place of one that nothing contains. */
  correction?: string
}

const STEM_WEIGHT = 0.8
const PREFIX_WEIGHT = 0.5
const FUZZY_WEIGHT = 0.6
const MAX_PREFIXED = 50

/** Exact before stem before prefix; a guess only where none of these found anything. */
export function expand(
  word: string,
  reading: Reading,
  index: InvertedIndex,
  lexicon: () => Lexicon,
): Expansion {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number): void => {
    terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  }
  if (index.postings(word)) add(word, 1)
  for (const term of index.family(word)) add(term, STEM_WEIGHT)
  if (reading.prefix && word.length >= 2) {
    for (const term of index.withPrefix(word, MAX_PREFIXED)) add(term, PREFIX_WEIGHT)
  }
  if (terms.size > 0 || !reading.fuzzy) return { word, terms }
  const guesses = lexicon().guesses(word)
  for (const { term, likeness } of guesses) {
    add(term, FUZZY_WEIGHT * likeness)
    for (const relative of index.family(term)) add(relative, FUZZY_WEIGHT * STEM_WEIGHT * likeness)
  }
  return { word, terms, ...(guesses[0] && { correction: guesses[0].term }) }
}
