import { arxivIdOf } from '../papers/arxiv.ts'
import { doiAt } from '../papers/doi.ts'
import type { Clause, Query, QueryProblem } from './ast.ts'
import { combine, negate } from './combine.ts'
import { type FieldName, fieldOf, isFieldName } from './fields.ts'
import { readCondition, VALUE_HINT } from './values.ts'

/** Deeper parentheses than anybody means are read as if they were not there. */
const MAX_DEPTH = 40

const SPACE = /\s/
/** Characters that end a word. */
export const DELIMITER = /[\s"()|]/
/** A word that begins so is a clause `name:value`, if the name is one of an operator. */
export const FIELD = /^([a-z]+):/i
const SEARCHABLE = /[\p{L}\p{N}]/u

/**
 * A recursive-descent reader over the text, one pass, nothing read twice. Every method leaves `at` behind what it
 * read and always moves on, so reading ends whatever the text.
 */
export class QueryReader {
  at = 0
  readonly problems: QueryProblem[] = []
  readonly #text: string
  readonly #themes: readonly string[] | undefined
  #termsLeft: number
  #depth = 0

  constructor(text: string, maxTerms: number, themes: readonly string[] | undefined) {
    this.#text = text
    this.#termsLeft = maxTerms
    this.#themes = themes
  }

  /** Clauses up to the end of the text or of the group that is open. */
  clauses(insideGroup: boolean): Clause[] {
    const found: { alternatives: Query[]; start: number; end: number }[] = []
    let pendingOr = false
    for (;;) {
      this.#skipSpace()
      const start = this.at
      if (start >= this.#text.length) break
      if (this.#text[start] === ')') {
        if (insideGroup) break
        this.at++
        this.#problem(start, 'This closing parenthesis has no opening one.')
        continue
      }
      if (this.#readOr()) {
        pendingOr = true
        continue
      }
      const query = this.#clause()
      if (!query) continue
      const previous = found.at(-1)
      if (pendingOr && previous) {
        previous.alternatives.push(query)
        previous.end = this.at
      } else {
        found.push({ alternatives: [query], start, end: this.at })
      }
      pendingOr = false
    }
    return found.map(({ alternatives, start, end }) => ({ query: combine('or', alternatives), start, end }))
  }

  #skipSpace(): void {
    while (this.at < this.#text.length && SPACE.test(this.#text[this.at] as string)) this.at++
  }

  #problem(start: number, message: string): void {
    this.problems.push({ start, end: this.at, message })
  }

  #readOr(): boolean {
    if (this.#text[this.at] === '|') {
      this.at++
      return true
    }
    const behind = this.#text[this.at + 2]
    if (!this.#text.startsWith('OR', this.at) || (behind !== undefined && !DELIMITER.test(behind)))
      return false
    this.at += 2
    return true
  }

  /** A word, phrase, filter or group, negated or not; nothing where only punctuation stood. */
  #clause(): Query | undefined {
    const start = this.at
    while (this.#text[this.at] === '-') this.at++
    const negated = this.at > start
    const next = this.#text[this.at]
    // Hyphens on their own are punctuation: "Qwen - a report".
    if (negated && (next === undefined || /[\s|)]/.test(next))) return undefined
    const query = next === '(' ? this.#group() : next === '"' ? this.#phrase() : this.#word()
    return query && negated ? negate(query) : query
  }

  #group(): Query | undefined {
    const start = this.at++
    if (this.#depth === MAX_DEPTH) {
      this.#problem(start, 'These parentheses are nested too deeply.')
      return undefined
    }
    this.#depth++
    const clauses = this.clauses(true)
    this.#depth--
    if (this.at < this.#text.length) this.at++
    else this.problems.push({ start, end: start + 1, message: 'This parenthesis is never closed.' })
    return clauses.length === 0
      ? undefined
      : combine(
          'and',
          clauses.map(({ query }) => query),
        )
  }

  #quoted(): string {
    const start = this.at++
    const end = this.#text.indexOf('"', this.at)
    const text = this.#text.slice(this.at, end < 0 ? undefined : end)
    this.at = end < 0 ? this.#text.length : end + 1
    if (end < 0)
      this.problems.push({ start, end: start + 1, message: 'This quotation mark is never closed.' })
    return text.trim()
  }

  #phrase(field?: FieldName): Query | undefined {
    const text = this.#quoted()
    return text === '' ? undefined : this.#term({ type: 'phrase', text, ...(field && { field }) })
  }

  #run(): string {
    const start = this.at
    while (this.at < this.#text.length && !DELIMITER.test(this.#text[this.at] as string)) this.at++
    return this.#text.slice(start, this.at)
  }

  #word(): Query | undefined {
    const start = this.at
    const found = doiAt(this.#text, this.at)
    if (found) {
      this.at = found.end
      return this.#term({ type: 'filter', field: 'doi', condition: { kind: 'doi', doi: found.doi } })
    }
    const run = this.#run()
    const id = arxivIdOf(run)
    if (id) return this.#term({ type: 'filter', field: 'id', condition: { kind: 'id', id } })
    const name = FIELD.exec(run)?.[1]
    if (name === undefined) return this.#term({ type: 'word', text: run })
    if (isFieldName(name.toLowerCase())) {
      return this.#field(name.toLowerCase() as FieldName, start, run.slice(name.length + 1))
    }
    // "DCPO: Dynamic …" and "https://…" are prose; `foo:bar` looks like an operator.
    if (run.length > name.length + 1 && !run.startsWith('//', name.length + 1)) {
      this.#problem(start, `There is no operator “${name}:”. Searched for the words instead.`)
    }
    return this.#term({ type: 'word', text: run })
  }

  #field(name: FieldName, start: number, rest: string): Query | undefined {
    const field = fieldOf(name)
    const quoteFollows = rest === '' && this.#text[this.at] === '"'
    if (field.kind === 'text') {
      if (quoteFollows) return this.#phrase(name)
      if (rest !== '') return this.#term({ type: 'word', text: rest, field: name })
    } else {
      const value = quoteFollows ? this.#quoted() : rest
      const condition = readCondition(field, value)
      if (condition) {
        if (name === 'theme' && condition.kind === 'set') this.#checkThemes(start, condition.values)
        return this.#term({ type: 'filter', field: name, condition })
      }
      if (value !== '') {
        const known = field.kind === 'set' && field.known
        const hint = known ? `one of ${known.join(', ')}` : VALUE_HINT[field.kind]
        this.#problem(start, `“${name}:” needs ${hint}, not “${value}”. Searched for the words instead.`)
        return this.#term({ type: 'phrase', text: value })
      }
    }
    this.#problem(start, `“${name}:” needs ${VALUE_HINT[field.kind]} right behind it.`)
    return undefined
  }

  #checkThemes(start: number, values: readonly string[]): void {
    const unknown = this.#themes && values.filter(value => !this.#themes?.includes(value))
    if (!unknown?.length) return
    const message = `There is no theme called “${unknown.join('”, “')}”.`
    this.problems.push({ start, end: this.at, message, themes: unknown })
  }

  /** Counts a term. Words of punctuation alone say nothing and are passed over. */
  #term(query: Query): Query | undefined {
    if ((query.type === 'word' || query.type === 'phrase') && !SEARCHABLE.test(query.text)) return undefined
    return this.#termsLeft-- > 0 ? query : undefined
  }

  get termsLeftOut(): number {
    return Math.max(0, -this.#termsLeft)
  }
}
