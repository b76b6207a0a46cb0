import { AcronymTable } from '../index/acronyms.ts'
import { CompoundTable } from '../index/compounds.ts'
import { Lexicon } from '../index/lexicon.ts'
import { unpackWords } from '../index/wordList.ts'
import type { LexiconFile } from '../papers/manifest.ts'

/** Words, acronyms and compounds of a whole corpus, as the site publishes them. */
export type GivenWords = Omit<LexiconFile, 'version'>

/** The words of a corpus as queries are planned with them. */
export interface WordTables {
  lexicon: Lexicon
  acronyms: AcronymTable
  compounds: CompoundTable
}

const NO_WORDS: GivenWords = { words: '', frequencies: '', acronyms: [], joins: '' }

/** @param given absent where the words of the corpus are not known: then no typing error is corrected */
export const wordTablesOf = ({
  acronyms,
  joins: compounds,
  ...words
}: GivenWords = NO_WORDS): WordTables => ({
  lexicon: new Lexicon(unpackWords(words)),
  acronyms: new AcronymTable(acronyms),
  compounds: new CompoundTable(compounds === '' ? [] : compounds.split(' ')),
})
