import type { CorpusPaper } from '../papers/manifest.ts'
import type { Theme } from '../papers/theme.ts'
import type { Query, Span } from '../query/ast.ts'
import { conjunction } from '../query/combine.ts'
import { FIELD_NAMES, type FieldName, fieldOf } from '../query/fields.ts'
import type { ParsedQuery } from '../query/parse.ts'
import { lastWords } from './apply.ts'
import { NameTable } from './names.ts'
import { MAX_SUGGESTIONS, type Suggestion, type SuggestRequest } from './suggestion.ts'
import { themesNamedBy } from './themes.ts'
import type { TitleIndex } from './titles.ts'
import { type TypedValue, type TypedWords, typedAt } from './typed.ts'
import { valuesFor } from './values.ts'

/** A corpus to make suggestions from. It may grow; its papers keep their numbers. */
export interface Suggestable {
  papers: readonly CorpusPaper[]
  themes: readonly Theme[]
  newestDigest: string | undefined
  /** Text of queries beyond this is ignored, in UTF-16 code units. */
  maxLength: number
  parse: (q: string) => ParsedQuery
  /** Numbers of the papers that a query finds. */
  documents: (query: Query) => Int32Array
  /** Rank of each paper by its day, by number: 0 is the newest. */
  ranks: () => Int32Array
}

const MAX_OPERATORS = 3
const MAX_THEMES = 3
const MAX_PAPERS = 4
/** People look for titles they have seen lately. */
const NEWEST_TITLES = 2_000

/**
 * The query without the topmost clause that contains a part of the text, for the counts of values. A word replaces that
 * part, so that open quotation marks do not swallow the rest.
 */
function queryWithout(text: string, { start, end }: Span, parse: Suggestable['parse']): Query {
  const { clauses } = parse(`${text.slice(0, start)}x ${text.slice(end)}`)
  return conjunction(
    clauses.filter(clause => start < clause.start || start >= clause.end).map(({ query }) => query),
  )
}

/** Suggests how to go on from what is being typed. */
export class Suggester {
  readonly #over: Suggestable
  readonly #names = new Map<FieldName, NameTable>()
  #titles: TitleIndex | undefined
  #found: { key: string; documents: Int32Array } | undefined
  /** How many papers there were when what is remembered was made. */
  #known = 0

  constructor(over: Suggestable) {
    this.#over = over
  }

  /**
   * At most `MAX_SUGGESTIONS`, in the order to show them; of an operator with a set of names, such as `theme:`, all that
   * there are. Any text and caret are answered.
   */
  async suggest({ q, caret }: SuggestRequest): Promise<Suggestion[]> {
    this.#keepUp()
    const { maxLength } = this.#over
    if (caret > maxLength) return []
    const text = q.slice(0, maxLength)
    const typed = typedAt(text, caret)
    if (!typed) return []
    if (typed.kind !== 'value') return (await this.#words(text, typed)).slice(0, MAX_SUGGESTIONS)
    const values = this.#values(text, typed)
    return fieldOf(typed.field).kind === 'set' ? values : values.slice(0, MAX_SUGGESTIONS)
  }

  #keepUp(): void {
    if (this.#known === this.#over.papers.length) return
    this.#known = this.#over.papers.length
    this.#titles = undefined
    this.#found = undefined
  }

  /** The papers that meet the rest of the query; they are the same from key to key. */
  #documentsWithout(text: string, span: Span): Int32Array {
    const query = queryWithout(text, span, this.#over.parse)
    const key = JSON.stringify(query)
    if (this.#found?.key !== key) this.#found = { key, documents: this.#over.documents(query) }
    return this.#found.documents
  }

  #namesOf(field: FieldName): NameTable {
    let table = this.#names.get(field)
    if (!table) {
      const row = fieldOf(field)
      table = new NameTable((row.kind === 'text' && row.names) || (() => []))
      this.#names.set(field, table)
    }
    table.take(this.#over.papers)
    return table
  }

  /** Papers by title; none where what compares titles cannot be loaded. It comes when it is first needed. */
  async #titled(typed: string): Promise<readonly CorpusPaper[]> {
    if (!this.#titles) {
      const loaded = await import('./titles.ts').catch(() => undefined)
      if (!loaded) return []
      this.#titles ??= new loaded.TitleIndex(this.#newest())
    }
    return this.#titles.like(typed, MAX_PAPERS)
  }

  #newest(): CorpusPaper[] {
    const newest: CorpusPaper[] = []
    for (const [number, rank] of this.#over.ranks().entries()) {
      if (rank < NEWEST_TITLES) newest[rank] = this.#over.papers[number] as CorpusPaper
    }
    return newest
  }

  #values(text: string, typed: TypedValue): Suggestion[] {
    const field = fieldOf(typed.field)
    if (typed.inRange && field.kind === 'day' && field.bound) return []
    const { papers, themes, newestDigest } = this.#over
    const documents = this.#documentsWithout(text, typed.span)
    const names = (name: FieldName): NameTable => this.#namesOf(name)
    const over = { papers, documents, themes, newestDigest, names }
    return valuesFor(typed, over, MAX_SUGGESTIONS).map(({ count, ...value }) => ({
      kind: 'value',
      field: typed.field,
      ...value,
      ...(!typed.inRange && { count }),
    }))
  }

  async #words(text: string, { words, negated, operator }: TypedWords): Promise<Suggestion[]> {
    const named = operator ? FIELD_NAMES.filter(name => name.startsWith(operator.name)) : []
    const operators = named.slice(0, MAX_OPERATORS).map((field): Suggestion => ({ kind: 'operator', field }))
    const texts = words.map(({ start, end }) => text.slice(start, end))
    const themes = themesNamedBy(this.#over.themes, texts).slice(0, MAX_THEMES)
    const papers = negated || words.length === 0 ? [] : await this.#titled(texts.join(' '))
    const counted = themes.map(({ theme: { id, label }, words: count }) => {
      const documents = this.#documentsWithout(text, lastWords(words, count) as Span)
      return { kind: 'theme' as const, id, label, count: this.#countOf(id, documents), words: count }
    })
    return [
      ...operators,
      ...counted.sort((a, b) => b.words - a.words || b.count - a.count),
      ...papers.map(({ id, title }): Suggestion => ({ kind: 'paper', id, title })),
    ]
  }

  #countOf(theme: string, documents: Int32Array): number {
    return documents.reduce(
      (count, document) => count + Number(this.#over.papers[document]?.themes.includes(theme) ?? false),
      0,
    )
  }
}
