import type { CorpusIndex, WeightedStem } from '../index/corpusIndex.ts'
import type { Lexicon } from '../index/lexicon.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'
import type { MatchKind } from './reasons.ts'

interface ExpandedStem extends WeightedStem {
  kind: Exclude<MatchKind, 'exact'>
}

/** What one word of a query stands for in the corpus. */
export interface Expansion {
  word: string
  stems: ExpandedStem[]
  /** The words looked for in place of one that nothing, or next to nothing, contains; the likeliest first. */
  guesses: string[]
}

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

export interface Expandable {
  index: CorpusIndex
  lexicon: () => Lexicon
}

/** The stems of the words that begin so: the most frequent ones, as far as the lexicon knows them. */
function prefixed(word: string, { index, lexicon }: Expandable): string[] {
  const limit = maxPrefixed(word.length)
  const stems = new Set(
    lexicon()
      .withPrefix(word, 2 * limit)
      .map(stemOf),
  )
  if (stems.size < limit && word.length > 1) for (const stem of index.withPrefix(word)) stems.add(stem)
  return Array.from(stems, stem => ({ stem, frequency: index.frequency(stem) }))
    .sort((a, b) => b.frequency - a.frequency || (a.stem < b.stem ? -1 : 1))
    .slice(0, limit)
    .map(({ stem }) => stem)
}

/**
 * The stems a word stands for: its own, those of words that begin with it where it is still being typed, and those of
 * words that resemble it where the corpus has nothing, or next to nothing, under its own.
 *
 * @param word folded, as `analyze` gives it
 * @param reading how it stands in the query: `typed` with its capitals, which tell names; whether it is the last word,
 * perhaps still being typed; whether it stands in a written-out text, whose words are taken as they are where the corpus
 * has their stem
 */
export function expand(
  word: string,
  { typed, isLast, inProse }: { typed: string; isLast: boolean; inProse: boolean },
  over: Expandable,
): Expansion {
  const { index, lexicon } = over
  const stems = new Map<string, ExpandedStem>()
  const add = (stem: string, weight: number, kind: ExpandedStem['kind']): void => {
    if (!stems.has(stem)) stems.set(stem, { stem, weight, kind })
  }
  const own = stemOf(word)
  const frequency = index.frequency(own)
  if (frequency > 0) add(own, 1, 'stem')
  if (isLast) {
    const weight = frequency > 0 ? PREFIX_WEIGHT.besideExact : PREFIX_WEIGHT.alone
    for (const stem of prefixed(word, over)) add(stem, weight, 'prefix')
  }
  const isBegun = stems.size > (frequency > 0 ? 1 : 0)
  const kept = { word, stems: [...stems.values()], guesses: [] }
  if (isBegun || isStopWord(word) || (inProse && frequency > 0)) return kept
  const isRare = frequency < NEARLY_NOTHING && !isName(typed)
  if (!isRare && frequency > 0 && lexicon().has(word)) return kept
  const near = lexicon().guesses(word)
  // An unheard ending of a word that is written much the same is no error: "codec", where all papers write "codecs".
  const isRelated = near.some(guess => stemOf(guess.word) === own)
  // But a spelling that nobody uses can share its stem with another word: "verifible" with "verification".
  const isUnheard = !isRelated && !lexicon().has(word)
  if (frequency > 0 && !isUnheard && !isRare) return kept
  const guesses = near.filter(
    guess =>
      stemOf(guess.word) !== own &&
      (isUnheard || index.frequency(stemOf(guess.word)) >= FAR_RARER * frequency),
  )
  if (isUnheard && frequency > 0 && guesses.length > 0) {
    stems.set(own, { stem: own, weight: UNHEARD_WEIGHT, kind: 'stem' })
  }
  for (const { word: guess, likeness } of guesses) add(stemOf(guess), FUZZY_WEIGHT * likeness, 'fuzzy')
  return { word, stems: [...stems.values()], guesses: guesses.map(guess => guess.word) }
}
