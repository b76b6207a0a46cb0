import type { CorpusPaper } from '../papers/manifest.ts'
import { analyze } from '../text/analyze.ts'
import { isBefore } from '../text/partialDates.ts'
import type { Condition, Query } from './ast.ts'
import { type FieldName, fieldOf } from './fields.ts'
import { type Phrase, PhraseText, phraseOf } from './phraseMatching.ts'
import { ageStart, inPeriods } from './values.ts'

/** What matching needs to know beside the paper. */
export interface MatchContext {
  /** The day that `last:` counts back from. Without it `last:` matches nothing. */
  newestDigest?: string
}

/** Words without a field are looked for in these. */
const ANYWHERE: readonly FieldName[] = ['title', 'abstract', 'author', 'org']

/** By the rules of themes in these: who wrote a paper says nothing of what it is about. */
export const SAID: readonly FieldName[] = ['title', 'abstract']

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

  /** Does ahead what the first query would have to wait for. */
  prepare(): void {
    this.#anywhere.prepare()
  }

  /** Whether a word or phrase stands in a field, or without one in any text. */
  has(sought: Phrase, field?: FieldName): boolean {
    return (field ? this.#textOf(field) : this.#anywhere).contains(sought)
  }
}

/** A paper that all rules of themes are matched against: what has words that are not in it is not looked for. */
export class AnalyzedPaper extends MatchablePaper {
  readonly #words = new Set<string>()

  constructor(paper: CorpusPaper) {
    super(paper, SAID)
    for (const text of ANYWHERE.flatMap(name => textsOf(paper, name))) {
      const { words, joined } = analyze(text)
      for (const { term } of words) this.#words.add(term)
      for (const { term } of joined) this.#words.add(term)
    }
  }

  override has(sought: Phrase, field?: FieldName): boolean {
    const { terms, one } = sought
    return (this.#words.has(one) || terms.every(term => this.#words.has(term))) && super.has(sought, field)
  }
}

/** Whether a paper meets a `field:value` clause. What is unknown of a paper meets none. */
export function meets(
  paper: CorpusPaper,
  name: FieldName,
  condition: Condition,
  context: MatchContext,
): boolean {
  const field = fieldOf(name)
  switch (condition.kind) {
    case 'set':
      return field.kind === 'set' && condition.values.some(value => field.values(paper).includes(value))
    case 'number': {
      const number = field.kind === 'number' ? field.number(paper) : undefined
      const { min = 0, max = Number.POSITIVE_INFINITY } = condition.range
      return number !== undefined && number >= min && number <= max
    }
    case 'day': {
      if (field.kind !== 'day') return false
      const { from = '' } = condition.range
      if (field.bound === 'from') return field.days(paper).some(day => inPeriods(day, { from }))
      if (field.bound === 'until') return field.days(paper).some(date => isBefore(date, from))
      return field.days(paper).some(day => inPeriods(day, condition.range))
    }
    case 'age': {
      if (field.kind !== 'age' || context.newestDigest === undefined) return false
      const to = context.newestDigest
      const from = ageStart(to, condition.count, condition.unit)
      return field.days(paper).some(day => inPeriods(day, { from, to }))
    }
    case 'id':
      return paper.id === condition.id || paper.aliases.includes(condition.id)
    case 'doi':
      return field.kind === 'doi' && field.dois(paper).includes(condition.doi)
    default:
      return condition satisfies never
  }
}

/**
 * Says of papers whether they match a query strictly: words and phrases word for word (case, accents and hyphens
 * folded), no stems, no typing errors. Rules of themes and filters are matched so. What is sought is made ready once for
 * all papers.
 */
export function matcherOf(query: Query, context: MatchContext = {}): (paper: MatchablePaper) => boolean {
  switch (query.type) {
    case 'all':
      return () => true
    case 'and': {
      const members = query.members.map(member => matcherOf(member, context))
      return paper => members.every(matches => matches(paper))
    }
    case 'or': {
      const members = query.members.map(member => matcherOf(member, context))
      return paper => members.some(matches => matches(paper))
    }
    case 'not': {
      const matches = matcherOf(query.member, context)
      return paper => !matches(paper)
    }
    case 'word':
    case 'phrase': {
      const sought = phraseOf(query.text)
      return paper => paper.has(sought, query.field)
    }
    case 'filter':
      return ({ paper }) => meets(paper, query.field, query.condition, context)
    default:
      return query satisfies never
  }
}

/** Whether a paper matches a query strictly, see `matcherOf`. */
export const matches = (query: Query, paper: MatchablePaper, context?: MatchContext): boolean =>
  matcherOf(query, context)(paper)
