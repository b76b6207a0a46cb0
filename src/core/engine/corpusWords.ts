import { AcronymTable, acronymsOf, countAcronyms } from '../index/acronyms.ts'
import { CompoundTable, compoundsOf, countCompounds } from '../index/compounds.ts'
import { countWords, Lexicon, lexiconWords } from '../index/lexicon.ts'
import { unpackWords } from '../index/wordList.ts'
import type { CorpusPaper, LexiconFile } from '../papers/manifest.ts'

/** Words, acronyms and compounds of a whole corpus, as the site publishes them. */
export type GivenWords = Omit<LexiconFile, 'version'>

interface Tables {
  lexicon: Lexicon
  acronyms: AcronymTable
  joins: CompoundTable
}

/** Counts the words of papers as they are added, so that nothing has to be published with them. */
class CountedWords {
  readonly #words = new Map<string, number>()
  readonly #acronyms = new Map<string, number>()
  readonly #joins = new Map<string, number>()
  #papers = 0

  add(papers: readonly CorpusPaper[]): void {
    this.#papers += papers.length
    countWords(papers, this.#words)
    countAcronyms(papers, this.#acronyms)
    countCompounds(papers, this.#joins)
  }

  tables(): Tables {
    return {
      lexicon: new Lexicon(lexiconWords(this.#words).map(({ word }) => word)),
      acronyms: new AcronymTable(acronymsOf(this.#acronyms, this.#papers)),
      joins: new CompoundTable(compoundsOf(this.#joins, this.#words)),
    }
  }
}

const tablesOf = ({ acronyms, joins, ...words }: GivenWords): Tables => ({
  lexicon: new Lexicon(unpackWords(words)),
  acronyms: new AcronymTable(acronyms),
  joins: new CompoundTable(joins === '' ? [] : joins.split(' ')),
})

const NO_WORDS: GivenWords = { words: '', frequencies: '', acronyms: [], joins: '' }

/** Tables of the words of a corpus: those given, or else made from the papers when they are first needed. */
export class CorpusWords {
  readonly #counted: CountedWords | undefined
  #tables: Tables | undefined

  /** @param given null where `take` will bring them; left out where the papers are to be counted */
  constructor(given: GivenWords | null | undefined) {
    if (given === undefined) this.#counted = new CountedWords()
    else this.take(given ?? NO_WORDS)
  }

  take(given: GivenWords): void {
    this.#tables = tablesOf(given)
  }

  add(papers: readonly CorpusPaper[]): void {
    if (!this.#counted) return
    this.#counted.add(papers)
    this.#tables = undefined
  }

  get tables(): Tables {
    this.#tables ??= this.#counted?.tables() ?? tablesOf(NO_WORDS)
    return this.#tables
  }
}
