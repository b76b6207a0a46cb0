import { ZONE_NAMES, ZONES, type Zone } from '../index/zones.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Query, TextQuery } from '../query/ast.ts'
import type { FilterContext } from '../query/booleanFilter.ts'
import type { FieldName } from '../query/fields.ts'
import { format } from '../query/format.ts'
import { MatchablePaper, matches, THEME_FIELDS, textsOf } from '../query/match.ts'
import { analyze } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'
import { clausesOf, isPlainWord } from './clauses.ts'
import type { InterpretedTerm } from './execute.ts'
import { Marker } from './highlight.ts'
import { MATCH_KINDS, type MatchKind, type Occurrences, type Reason } from './reasons.ts'
import { wordsMetIn } from './ruleWords.ts'

/** Facts beside paper and query that explanations depend on. */
export interface ExplainContext extends FilterContext {
  /** The rule of a theme; nothing where there is no such theme. */
  ruleOf: (theme: string) => Query | undefined
}

/** A word as it is written in a paper. */
interface Token {
  term: string
  stem: string
  written: string
  zone: Zone
}

const ZONE_OF: Partial<Record<FieldName, Zone>> = {
  title: 'title',
  abstract: 'abstract',
  author: 'names',
  org: 'names',
}

/** A query as it was understood: its words, and conditions that are met or not. */
export interface QueryInterpretation {
  terms: readonly InterpretedTerm[]
  conditions: readonly Query[]
}

/** @param terms as the execution of the query's plan gives them */
export function interpretationOf(query: Query, terms: readonly InterpretedTerm[]): QueryInterpretation {
  const { anyOf, must } = clausesOf(query)
  return { terms, conditions: [...anyOf.flat().filter(member => !isPlainWord(member)), ...must] }
}

/** Says of each part of a query whether and where a paper has it, in the order of the query. */
export function explain(
  paper: CorpusPaper,
  { terms, conditions }: QueryInterpretation,
  context: ExplainContext,
): Reason[] {
  const tokens = tokensOf(paper)
  const ofWords = terms.flatMap(term => wordReasons(term, tokens, paper))
  const ofConditions = conditions.flatMap(query => conditionReasons(query, paper, context))
  const seen = new Set<string>()
  return [...ofWords, ...ofConditions].filter(reason => {
    const key = JSON.stringify(reason)
    return !seen.has(key) && seen.add(key)
  })
}

function tokensOf(paper: CorpusPaper): Token[] {
  return ZONE_NAMES.flatMap(zone =>
    ZONES[zone].texts(paper).flatMap(text => {
      const { words, joined } = analyze(text)
      return [...words, ...joined].map(({ term, start, end }) => ({
        term,
        stem: stemOf(term),
        written: text.slice(start, end),
        zone,
      }))
    }),
  )
}

/** Each spelling once, as it is first written, and each part of the paper once. */
function occurrencesIn(occurrences: readonly { written: string; zone: Zone }[]): Occurrences {
  const found = new Map<string, string>()
  for (const { written } of occurrences) {
    if (!found.has(written.toLowerCase())) found.set(written.toLowerCase(), written)
  }
  const inZones = ZONE_NAMES.filter(name => occurrences.some(({ zone }) => zone === name))
  return { found: [...found.values()], in: inZones }
}

function wordReasons(asked: InterpretedTerm, all: readonly Token[], paper: CorpusPaper): Reason[] {
  // Common words count in titles only.
  const tokens = all.filter(({ term, zone }) => zone === 'title' || !isStopWord(term))
  const kinds = new Map(asked.stems.map(({ stem, kind }) => [stem, kind]))
  const kindOf = ({ term, stem }: Token): MatchKind | undefined =>
    term === asked.term ? 'exact' : kinds.get(stem)
  const reasons = MATCH_KINDS.flatMap((kind): Reason[] => {
    const occurrences = tokens.filter(token => kindOf(token) === kind)
    return occurrences.length > 0
      ? [{ type: 'word', asked: asked.term, kind, ...occurrencesIn(occurrences) }]
      : []
  })
  if (reasons.length > 0) return reasons
  const asPhrase = asked.phrases.flatMap(terms =>
    occurrencesOf({ type: 'phrase', text: terms.join(' ') }, paper),
  )
  if (asPhrase.length > 0)
    return [{ type: 'word', asked: asked.term, kind: 'stem', ...occurrencesIn(asPhrase) }]
  const acronym = acronymReason(asked, tokens)
  if (acronym) return [acronym]
  return asked.isAlternative || isStopWord(asked.term) ? [] : [{ type: 'missing', asked: asked.term }]
}

function acronymReason({ term, acronym }: InterpretedTerm, tokens: readonly Token[]): Reason | undefined {
  if (!acronym) return undefined
  const ofStems = acronym.stems.map(stem => tokens.filter(token => token.stem === stem))
  if (ofStems.some(occurrences => occurrences.length === 0)) return undefined
  const { short, long } = acronym.of
  const asked = acronym.words > 1 ? long.join(' ') : term
  return { type: 'acronym', asked, short, long: long.join(' '), ...occurrencesIn(ofStems.flat()) }
}

function conditionReasons(query: Query, paper: CorpusPaper, context: ExplainContext): Reason[] {
  if (!matches(query, new MatchablePaper(paper), context)) return []
  switch (query.type) {
    case 'all':
      return []
    case 'and':
    case 'or':
      return query.members.flatMap(member => conditionReasons(member, paper, context))
    case 'word':
    case 'phrase':
      return [phraseReason(query, paper)]
    case 'filter':
      if (query.field === 'theme' && query.condition.kind === 'set') {
        return query.condition.values
          .filter(theme => paper.themes.includes(theme))
          .flatMap(theme => themeReason(theme, paper, context))
      }
      return [{ type: 'condition', query: format(query) }]
    case 'not':
      return [{ type: 'condition', query: format(query) }]
    default:
      return query satisfies never
  }
}

function phraseReason(query: TextQuery, paper: CorpusPaper): Reason {
  const occurrences = occurrencesOf(query, paper)
  const asked = format(query)
  // Hyphens do not decide what matches, but what is marked.
  if (occurrences.length === 0) return { type: 'condition', query: asked }
  return { type: 'phrase', asked, ...occurrencesIn(occurrences) }
}

function themeReason(theme: string, paper: CorpusPaper, context: ExplainContext): Reason[] {
  const rule = context.ruleOf(theme)
  if (!rule) return []
  const words = wordsMetIn(rule)(new MatchablePaper(paper, THEME_FIELDS))
  const occurrences = words.flatMap(({ text }) =>
    occurrencesOf(text, paper).filter(({ zone }) => text.field !== undefined || zone !== 'names'),
  )
  return [{ type: 'theme', theme, ...occurrencesIn(occurrences) }]
}

/** The places where a paper contains a word or phrase, letter by letter. */
function occurrencesOf({ text, field }: TextQuery, paper: CorpusPaper): { written: string; zone: Zone }[] {
  const marker = new Marker({ stems: new Set(), phrases: [analyze(text).words.map(({ term }) => term)] })
  const zone = field && ZONE_OF[field]
  return (zone ? [zone] : ZONE_NAMES).flatMap(name => {
    const texts = field ? textsOf(paper, field) : ZONES[name].texts(paper)
    return texts.flatMap(whole =>
      marker.marks(whole).map(({ start, end }) => ({ written: whole.slice(start, end), zone: name })),
    )
  })
}
