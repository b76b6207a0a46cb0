import type { Expansion } from './expand.ts'

/** A word of the query as it may stand in a title. */
export interface SoughtWord extends Expansion {
  /** Still being typed: a title's word may go on after it. */
  isLast: boolean
}

/** A title's words and their stems. */
export interface TitleWords {
  words: readonly string[]
  stems: readonly string[]
}

/** What the longest run of the query's words in a title is worth, and what the whole query as one run adds. */
const RUN = 2
const WHOLE = 6
/** What is added where that run stands there letter by letter. */
const VERBATIM = 3
/** What the share of the query's words anywhere in a title is worth. */
const SHARE = 0.5
/** Words that stand in the title as they were typed count a little more than their relatives. */
const EXACT = 0.05

/**
 * The factor by which a paper's score grows for its title: people who know a paper type words of its title, mostly
 * neighbours and mostly in order. Common words count here: they tell "language models are" from "language models to".
 */
export function titleBonus(title: TitleWords, query: readonly SoughtWord[]): number {
  const count = query.length
  const fits = query.map(({ word, stems, isLast }) => {
    const sought = new Set(stems.map(({ stem }) => stem))
    return title.stems.map(
      (stem, at) => sought.has(stem) || (isLast && (title.words[at] as string).startsWith(word)),
    )
  })
  const verbatim = query.map(({ word, isLast }) =>
    title.words.map(other => (isLast ? other.startsWith(word) : other === word)),
  )
  const longest = longestRun(fits)
  const present = fits.filter(fit => fit.includes(true)).length
  const exact = query.filter(({ word }) => title.words.includes(word)).length
  const run = longest > 1 ? (longest / count) ** 2 : 0
  const whole = longest === count && count > 1 ? WHOLE + (longestRun(verbatim) === count ? VERBATIM : 0) : 0
  return 1 + RUN * run + whole + SHARE * (present / count) ** 2 + (EXACT * exact) / count
}

/** Length of the longest run of words of the query, from any of them on, that stand one after another in the title. */
function longestRun(fits: readonly (readonly boolean[])[]): number {
  let longest = 0
  for (let first = 0; first < fits.length; first++) {
    for (let start = 0; start < (fits[0]?.length ?? 0); start++) {
      let length = 0
      while (fits[first + length]?.[start + length]) length++
      longest = Math.max(longest, length)
    }
  }
  return longest
}
