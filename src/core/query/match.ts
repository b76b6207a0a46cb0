import type { CorpusPaper } from '../manifest.ts'
import { type StrictPhrase, StrictText, strictPhrase } from '../search/strictText.ts'
import type { Condition, Query } from './ast.ts'
import { type FieldName, fieldOf } from './fields.ts'
import { ageStart, inPeriods } from './values.ts'

/** What matching needs to know beside the paper. */
export interface MatchContext {
  /** The day that `last:` counts back from. Without it `last:` matches nothing. */
  newestDigest?: string
}

/** A paper with its texts prepared on demand: matching many queries against it analyses it once. */
export class MatchablePaper {
  readonly paper: CorpusPaper
  readonly #texts = new Map<FieldName, StrictText[]>()

  constructor(paper: CorpusPaper) {
    this.paper = paper
  }

  texts(name: FieldName): readonly StrictText[] {
    let texts = this.#texts.get(name)
    if (!texts) {
      const field = fieldOf(name)
      texts = field.kind === 'text' ? field.texts(this.paper).map(text => new StrictText(text)) : []
      this.#texts.set(name, texts)
    }
    return texts
  }
}

/** Words without a field are looked for in these. */
const ANYWHERE = ['title', 'abstract', 'author', 'org'] as const satisfies FieldName[]

/** The texts sought last: one query is matched against many papers. */
const remembered = new Map<string, StrictPhrase>()
const MAX_REMEMBERED = 1_000

function soughtText(text: string): StrictPhrase {
  let sought = remembered.get(text)
  if (!sought) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    sought = strictPhrase(text)
    remembered.set(text, sought)
  }
  return sought
}

function matchesText(text: string, field: FieldName | undefined, paper: MatchablePaper): boolean {
  const sought = soughtText(text)
  const fields = field ? [field] : ANYWHERE
  return fields.some(name => paper.texts(name).some(part => part.contains(sought)))
}

/** Whether a paper meets a `field:value` clause. What is unknown of a paper meets none. */
function meets(paper: CorpusPaper, name: FieldName, condition: Condition, context: MatchContext): boolean {
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
      if (field.bound === 'until') return field.days(paper).some(day => day < from)
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
    default:
      return condition satisfies never
  }
}

/**
 * Whether a paper matches a query strictly: words and phrases word for word (case, accents and hyphens folded), no
 * stems, no typing errors. Rules of themes and filters are matched so.
 */
export function matches(query: Query, paper: MatchablePaper, context: MatchContext = {}): boolean {
  switch (query.type) {
    case 'all':
      return true
    case 'and':
      return query.members.every(member => matches(member, paper, context))
    case 'or':
      return query.members.some(member => matches(member, paper, context))
    case 'not':
      return !matches(query.member, paper, context)
    case 'word':
    case 'phrase':
      return matchesText(query.text, query.field, paper)
    case 'filter':
      return meets(paper.paper, query.field, query.condition, context)
    default:
      return query satisfies never
  }
}
