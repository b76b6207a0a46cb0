import type { CorpusPaper } from '../papers/manifest.ts'
import { analyze } from '../text/analyze.ts'
import type { Query } from './ast.ts'
import { type BooleanFilter, type FieldFilter, type FilterContext, filterOf } from './booleanFilter.ts'
import { type FieldName, fieldOf } from './fields.ts'
import { PhraseText, type PreparedPhrase, preparePhrase } from './phraseMatching.ts'
import { inPeriods } from './values.ts'

/** Words without a field are looked for in these. */
const ANYWHERE: readonly FieldName[] = ['title', 'abstract', 'author', 'org']

/** The rules of themes look in these: authors say nothing about the subject of a paper. */
export const THEME_FIELDS: readonly FieldName[] = ['title', 'abstract']

/** The texts of a field that words and phrases are looked for in; none of other fields. */
export function textsOf(paper: CorpusPaper, name: FieldName): readonly string[] {
  const field = fieldOf(name)
  return field.kind === 'text' ? field.texts(paper) : []
}

/** A paper with its texts prepared on demand: matching several queries against it folds them once. */
export class MatchablePaper {
  readonly paper: CorpusPaper
  readonly #lookIn: readonly FieldName[]
  readonly #byField = new Map<FieldName, PhraseText>()
  #all: PhraseText | undefined

  /** @param lookIn the fields that words without a field are looked for in */
  constructor(paper: CorpusPaper, lookIn = ANYWHERE) {
    this.paper = paper
    this.#lookIn = lookIn
  }

  #textOf(name: FieldName): PhraseText {
    let text = this.#byField.get(name)
    if (!text) {
      text = new PhraseText(...textsOf(this.paper, name))
      this.#byField.set(name, text)
    }
    return text
  }

  get #anywhere(): PhraseText {
    this.#all ??= new PhraseText(...this.#lookIn.flatMap(name => textsOf(this.paper, name)))
    return this.#all
  }

  /** Folds the texts before the first query needs them. */
  prepare(): void {
    this.#anywhere.prepare()
  }

  /** Whether a field, or without one any text, contains a phrase. */
  has(phrase: PreparedPhrase, field?: FieldName): boolean {
    return (field ? this.#textOf(field) : this.#anywhere).contains(phrase)
  }
}

/** A paper that all rules of themes are matched against: what has words that are not in it is not looked for. */
export class AnalyzedPaper extends MatchablePaper {
  readonly #words = new Set<string>()

  constructor(paper: CorpusPaper) {
    super(paper, THEME_FIELDS)
    for (const text of ANYWHERE.flatMap(name => textsOf(paper, name))) {
      const { words, joined } = analyze(text)
      for (const { term } of words) this.#words.add(term)
      for (const { term } of joined) this.#words.add(term)
    }
  }

  override has(phrase: PreparedPhrase, field?: FieldName): boolean {
    const { terms, one } = phrase
    return (this.#words.has(one) || terms.every(term => this.#words.has(term))) && super.has(phrase, field)
  }
}

/** Whether a paper meets a condition on one of its values. */
export function meets(paper: CorpusPaper, filter: FieldFilter): boolean {
  const field = fieldOf(filter.field)
  switch (filter.type) {
    case 'set':
      return field.kind === 'set' && filter.values.some(value => field.values(paper).includes(value))
    case 'number': {
      const number = field.kind === 'number' ? field.number(paper) : undefined
      const { min = 0, max = Number.POSITIVE_INFINITY } = filter.range
      return number !== undefined && number >= min && number <= max
    }
    case 'days':
      return (
        (field.kind === 'day' || field.kind === 'age') &&
        field.days(paper).some(day => inPeriods(day, filter.range))
      )
    case 'id':
      return paper.id === filter.id || paper.aliases.includes(filter.id)
    case 'doi':
      return field.kind === 'doi' && field.dois(paper).includes(filter.doi)
    default:
      return filter satisfies never
  }
}

/** Prepares a filter once for all papers that are tested. */
function testOf(filter: BooleanFilter): (paper: MatchablePaper) => boolean {
  switch (filter.type) {
    case 'and': {
      const tests = filter.members.map(testOf)
      return paper => tests.every(test => test(paper))
    }
    case 'or': {
      const tests = filter.members.map(testOf)
      return paper => tests.some(test => test(paper))
    }
    case 'not': {
      const test = testOf(filter.member)
      return paper => !test(paper)
    }
    case 'phrase': {
      const phrase = preparePhrase(filter)
      return paper => paper.has(phrase, filter.field)
    }
    default:
      return ({ paper }) => meets(paper, filter)
  }
}

/**
 * Says of papers whether they match a query strictly: words and phrases word for word (case, accents and hyphens
 * folded), no stems, no typing errors. Rules of themes and filters are matched so.
 */
export const matcherOf = (query: Query, context?: FilterContext): ((paper: MatchablePaper) => boolean) =>
  testOf(filterOf(query, context))

/** Whether a paper matches a query strictly, see `matcherOf`. */
export const matches = (query: Query, paper: MatchablePaper, context?: FilterContext): boolean =>
  matcherOf(query, context)(paper)
