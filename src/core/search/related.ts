import type { CorpusIndex } from '../index/corpusIndex.ts'
import { forEachTerm, rarityOf, termKey, Vocabulary, type VocabularyWord } from '../index/terms.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { NameOf } from '../query/describe.ts'
import { collapseSpace, isolated } from '../text/text.ts'
import { ScoreAccumulator } from './scoreAccumulator.ts'

/** Why two papers are related: two words that they have in common, or more, or a theme. */
export interface Common {
  /** Words and runs of words that both have, as the first writes them; the most significant first. */
  words: string[]
  /** The rarest theme that both have. */
  theme?: string
}

/** A paper that another leads to, its day, and what both have in common. */
export interface RelatedPaper
  extends Common,
    Pick<CorpusPaper, 'id' | 'title' | 'publishedAt' | 'publishedYearInferred'> {}

/** `“policy gradient”, “entropy” · theme RLVR` */
export function describeCommon({ words, theme }: Common, nameOf: NameOf = () => undefined): string {
  const quoted = words.map(word => isolated(`“${word}”`)).join(', ')
  const named = theme === undefined ? '' : `theme ${nameOf('theme', theme) ?? theme}`
  return [quoted, named].filter(part => part !== '').join(' · ')
}

/** Single words of a paper by which others are looked up. */
const LOOKED_UP = 60
/** Of the papers found so, those that are compared with it as a whole. */
const COMPARED = 80

/** Weight of a run of words or a theme beside a single word as rare: it is more specific. */
const SPECIFIC_WEIGHT = 2

/** Papers with less in common are not related. Of 3,900 papers, more than nine pairs in ten have less. */
const LEAST_AFFINITY = 0.05

/** Words that are named are at least as rare as those that one paper in five has, or two papers of a small corpus. */
const NAMED_ONE_IN = 5
const MAX_WORDS = 3
/** One word alone relates nothing, but it may stand beside a theme; a run is more than one. */
const MIN_STEMS = 2

/** A term of the paper that others are compared with. */
interface OwnTerm {
  count: number
  /** Weight of one occurrence. */
  weight: number
  stems: string[]
  /** Of one of its words, on average. */
  rarity: number
  written: string
}

/** The terms of a paper with their weights. */
interface Profile {
  paper: CorpusPaper
  terms: ReadonlyMap<string, OwnTerm>
  stems: ReadonlySet<string>
  /** Sum of the weights of all terms and themes. */
  mass: number
}

interface SharedTerm extends OwnTerm {
  /** Frequency in the other paper. */
  there: number
  /** Evidence that the papers are related: weight × √(frequency × frequency there). */
  evidence: number
}

interface Candidate extends Common {
  document: number
  /** From 0, nothing in common, to 1, the same. */
  affinity: number
  /** Stems of the words named. */
  named: number
}

/** Words are named as abstracts write them: titles have capitals that mean nothing. */
const textsOf = ({ title, abstract = '' }: CorpusPaper): string[] => [abstract, title]

const weightOf = (words: number, rarity: number): number => (words === 1 ? rarity : SPECIFIC_WEIGHT * rarity)

/**
 * Finds the papers of a corpus that have most in common with one of them.
 *
 * Others are looked up by the most significant words of the paper, as Lucene's MoreLikeThis does. The best of
 * them are compared as a whole, by words, runs of words and themes: each paper is a distribution of tf·idf over these,
 * and what two have in common is the Bhattacharyya coefficient of their distributions (Bhattacharyya 1943), which is
 * the cosine of the square roots. A word's rarity counts once in it, as in BM25, and not squared as in the cosine of
 * tf·idf, so that rare words which happen to meet do not outweigh what papers are about. Words of titles count like
 * those of abstracts.
 *
 * The result depends neither on the order of the papers nor on how the index is cut.
 */
export class RelatedPapers {
  readonly #papers: readonly CorpusPaper[]
  readonly #index: CorpusIndex
  readonly #vocabulary: Vocabulary
  readonly #ofTheme = new Map<string, number>()

  /** @param papers those of the index, which may grow */
  constructor(papers: readonly CorpusPaper[], index: CorpusIndex) {
    this.#papers = papers
    this.#index = index
    this.#vocabulary = new Vocabulary(index)
  }

  /** Counts the themes of papers that were added to the index. */
  add(papers: readonly CorpusPaper[]): void {
    for (const theme of papers.flatMap(({ themes }) => themes))
      this.#ofTheme.set(theme, (this.#ofTheme.get(theme) ?? 0) + 1)
  }

  /**
   * The papers that are related to one, the closest first. Papers that have little in common with it, or nothing that
   * could be named, are not.
   *
   * @param ranks of all papers in the order that decides between those equally close
   */
  to(document: number, ranks: Int32Array, count: number): (Common & { document: number })[] {
    const own = this.#profile(this.#papers[document] as CorpusPaper)
    return this.#similar(own, document, ranks)
      .map(other => this.#compare(own, other))
      .filter(
        ({ affinity, named, theme }) =>
          affinity >= LEAST_AFFINITY && (named >= MIN_STEMS || theme !== undefined),
      )
      .sort(
        (a, b) => b.affinity - a.affinity || (ranks[a.document] as number) - (ranks[b.document] as number),
      )
      .slice(0, count)
      .map(({ affinity, named, ...related }) => related)
  }

  #profile(paper: CorpusPaper): Profile {
    const terms = new Map<string, OwnTerm>()
    const stems = new Set<string>()
    let mass = this.#massOfThemes(paper.themes)
    for (const text of textsOf(paper)) {
      forEachTerm(text, this.#vocabulary, (run, first, rarity, start, end) => {
        const words = run.length - first
        const weight = weightOf(words, rarity)
        mass += weight
        const key = termKey(run, first)
        const known = terms.get(key)
        if (known) known.count++
        else {
          const term = { count: 1, weight, stems: key.split(' '), rarity: rarity / words }
          terms.set(key, { ...term, written: text.slice(start, end) })
          for (const stem of term.stems) stems.add(stem)
        }
      })
    }
    return { paper, terms, stems, mass }
  }

  /** The papers with most of the words that a paper has often and others seldom. */
  #similar({ terms }: Profile, document: number, ranks: Int32Array): number[] {
    const words = [...terms.values()].filter(({ stems }) => stems.length === 1)
    words.sort((a, b) => b.count * b.weight - a.count * a.weight)
    const scores = new ScoreAccumulator(ranks)
    for (const { stems, count } of words.slice(0, LOOKED_UP)) {
      const matched = this.#index.match(stems.map(stem => ({ stem, weight: 1 })))
      scores.addMatches(matched.documents)
      scores.add(matched, Math.sqrt(count))
    }
    // One more, since the paper itself is one of those with most.
    return [...scores.best(scores.matchedDocs, COMPARED + 1)].filter(other => other !== document)
  }

  #compare(own: Profile, document: number): Candidate {
    const paper = this.#papers[document] as CorpusPaper
    const counts = new Map<string, number>()
    let mass = this.#massOfThemes(paper.themes)
    for (const text of textsOf(paper)) {
      forEachTerm(text, this.#vocabulary, (run, first, rarity) => {
        mass += weightOf(run.length - first, rarity)
        // Most terms are told apart by their ends, without making a key of them.
        if (
          !own.stems.has((run[first] as VocabularyWord).stem) ||
          !own.stems.has((run.at(-1) as VocabularyWord).stem)
        )
          return
        const key = termKey(run, first)
        if (own.terms.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
      })
    }
    const shared = Array.from(counts, ([key, there]): SharedTerm => {
      const term = own.terms.get(key) as OwnTerm
      return { ...term, there, evidence: term.weight * Math.sqrt(term.count * there) }
    })
    const themes = paper.themes.filter(theme => own.paper.themes.includes(theme))
    themes.sort((a, b) => this.#rarityOfTheme(b) - this.#rarityOfTheme(a))
    const common = shared.reduce((sum, { evidence }) => sum + evidence, this.#massOfThemes(themes))
    return {
      document,
      affinity: common / Math.sqrt(own.mass * mass),
      ...this.#significantTerms(shared.sort((a, b) => b.evidence - a.evidence)),
      ...(themes[0] !== undefined && { theme: themes[0] }),
    }
  }

  /**
   * Of some terms, the most significant first, those to name: neither common ones nor such that both papers have in
   * passing, and none with a word of another.
   */
  #significantTerms(terms: readonly SharedTerm[]): Pick<Candidate, 'words' | 'named'> {
    const papers = this.#papers.length
    const least = rarityOf(papers, Math.max(2, papers / NAMED_ONE_IN))
    const named = new Set<string>()
    const words: string[] = []
    for (const { count, there, rarity, stems, written } of terms) {
      if (rarity < least || count + there < 3 || stems.some(stem => named.has(stem))) continue
      for (const stem of stems) named.add(stem)
      words.push(collapseSpace(written).replace(/['’]s$/, ''))
      if (words.length === MAX_WORDS) break
    }
    return { words, named: named.size }
  }

  #massOfThemes(themes: readonly string[]): number {
    return themes.reduce((sum, theme) => sum + SPECIFIC_WEIGHT * this.#rarityOfTheme(theme), 0)
  }

  #rarityOfTheme(theme: string): number {
    return rarityOf(this.#papers.length, this.#ofTheme.get(theme) ?? 0)
  }
}
