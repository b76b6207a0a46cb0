import type { TermDictionary } from '../index/corpusIndex.ts'
import type { Lexicon } from '../index/lexicon.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'
import type { ExpandedStem, ExpandedTerm } from './queryPlan.ts'

/** Beginnings count less where the word is complete as it stands: `token` means tokens before tokenization. */
const PREFIX_WEIGHT = { alone: 0.8, besideExact: 0.2 }
const FUZZY_WEIGHT = 0.8
/** The stem of a spelling that nobody uses, where other words are likelier. */
const UNHEARD_WEIGHT = 0.7
/** Stems a beginning stands for, at most: one or two letters say hardly anything. */
const maxPrefixed = (letters: number): number => Math.min(30, 8 * 2 ** (letters - 1))

/** A word in fewer papers than one in this many of those of a likely guess is perhaps itself a typing error. */
const FAR_RARER = 20
const NEARLY_NOTHING = 3

/** A name such as `GRPO` or `gpt4o`: it means itself where it exists at all. */
const isName = (typed: string): boolean =>
  /\d/.test(typed) || (typed.length > 1 && typed === typed.toUpperCase())

/** The words of a corpus that expansions are made from. */
export interface ExpansionContext {
  index: TermDictionary
  lexicon: Lexicon
}

/** The stems of the words that begin so: the most frequent ones, as far as the lexicon knows them. */
function prefixed(prefix: string, { index, lexicon }: ExpansionContext): string[] {
  const limit = maxPrefixed(prefix.length)
  const stems = new Set(lexicon.withPrefix(prefix, 2 * limit).map(stemOf))
  if (stems.size < limit && prefix.length > 1) for (const stem of index.withPrefix(prefix)) stems.add(stem)
  return Array.from(stems, stem => ({ stem, frequency: index.frequency(stem) }))
    .sort((a, b) => b.frequency - a.frequency || (a.stem < b.stem ? -1 : 1))
    .slice(0, limit)
    .map(({ stem }) => stem)
}

/**
 * The stems a word stands for: its own, those of words that begin with it where it is still being typed, and those of
 * words that resemble it where the corpus has nothing, or next to nothing, under its own.
 *
 * @param word `typed` keeps the capitals, which tell names; `isPrefix`: perhaps still being typed; `inProse`: of a
 * written-out text, whose words are not corrected where the corpus has their stem
 */
export function expand(
  { term, typed, isPrefix, inProse }: { term: string; typed: string; isPrefix: boolean; inProse: boolean },
  context: ExpansionContext,
): ExpandedTerm {
  const { index, lexicon } = context
  const stems = new Map<string, ExpandedStem>()
  const add = (stem: string, weight: number, kind: ExpandedStem['kind']): void => {
    if (!stems.has(stem)) stems.set(stem, { stem, weight, kind })
  }
  const expansion = (guesses: string[] = []): ExpandedTerm => ({
    ...{ term, isPrefix, guesses },
    stems: [...stems.values()],
  })
  const own = stemOf(term)
  const frequency = index.frequency(own)
  if (frequency > 0) add(own, 1, 'stem')
  if (isPrefix) {
    const weight = frequency > 0 ? PREFIX_WEIGHT.besideExact : PREFIX_WEIGHT.alone
    for (const stem of prefixed(term, context)) add(stem, weight, 'prefix')
  }
  const isBegun = stems.size > (frequency > 0 ? 1 : 0)
  if (isBegun || isStopWord(term) || (inProse && frequency > 0)) return expansion()
  const isRare = frequency < NEARLY_NOTHING && !isName(typed)
  if (!isRare && frequency > 0 && lexicon.has(term)) return expansion()
  const near = lexicon.guesses(term)
  // An unheard ending of a word that is written much the same is no error: "codec", where all papers write "codecs".
  const isRelated = near.some(guess => stemOf(guess.word) === own)
  // But a spelling that nobody uses can share its stem with another word: "verifible" with "verification".
  const isUnheard = !isRelated && !lexicon.has(term)
  if (frequency > 0 && !isUnheard && !isRare) return expansion()
  const guesses = near.filter(
    guess =>
      stemOf(guess.word) !== own &&
      (isUnheard || index.frequency(stemOf(guess.word)) >= FAR_RARER * frequency),
  )
  if (isUnheard && frequency > 0 && guesses.length > 0) {
    stems.set(own, { stem: own, weight: UNHEARD_WEIGHT, kind: 'stem' })
  }
  for (const { word, likeness } of guesses) add(stemOf(word), FUZZY_WEIGHT * likeness, 'fuzzy')
  return expansion(guesses.map(({ word }) => word))
}
