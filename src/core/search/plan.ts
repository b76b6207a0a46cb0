import type { AcronymExpansion, AcronymTable } from '../index/acronyms.ts'
import type { CompoundTable } from '../index/compounds.ts'
import { splitCompound } from '../index/splitCompound.ts'
import type { Query, TextQuery } from '../query/ast.ts'
import { type BooleanFilter, type FilterContext, filterOf, phraseFilter } from '../query/booleanFilter.ts'
import { valuesOf } from '../query/edit.ts'
import type { ParsedQuery } from '../query/parse.ts'
import { stemOf } from '../text/stem.ts'
import type { Sort } from './answer.ts'
import { phraseWithCandidates, withCandidates } from './candidates.ts'
import { clausesOf, isPlainWord, isText, type QueryWord, queryWords } from './clauses.ts'
import { type ExpansionContext, expand } from './expand.ts'
import { FACET_NAMES, type FacetName, facetOf, withoutField } from './facets.ts'
import { feedbackPlan } from './feedback.ts'
import type {
  AcronymClause,
  Alternative,
  AnswerPlan,
  ExpandedTerm,
  FacetPlan,
  QueryPlan,
  ScoredPhrase,
  TermClause,
} from './queryPlan.ts'
import { MAX_TITLE_WORDS } from './titles.ts'

/** The words of a corpus that plans are made from. */
export interface PlanContext extends ExpansionContext, FilterContext {
  acronyms: AcronymTable
  compounds: CompoundTable
}

/** With fewer papers than this in the first tier, the second is shown as well. */
const FEW_IN_FIRST_TIER = 10

/** Documents in which a word written with a hyphen is looked for. Of more, those that have its parts count. */
const MAX_TESTED = 1_000

/** Documents of each tier among which the words in their titles decide. */
const RERANKED = 200

/** Boost of the other side of an acronym beside the side that was typed. */
const ACRONYM_BOOST = 0.5

/** A phrase found word for word says more than its words found anywhere. */
const PHRASE_BOOST = 1.5

/**
 * Plans how a query is answered; `execute.ts` does it.
 *
 * ```
 * text ── query/parse ── Query ── clausesOf ─┬─ words ──────── expand (stems, guesses) ─┐
 *                          (problems)        │                 splitCompound, compounds ├─ should ─┐
 *                                            │                 acronyms ────────────────┘          │
 *                                            ├─ alternatives ─ expand; phrases ─────────── anyOf ──┼─ QueryPlan
 *                                            └─ conditions ─── filterOf ─────── must, phrases ─────┘
 * QueryPlan ── executePlan ── should ── anyOf ── feedback ── must ── phrases ── tiers, coordination ── titles ── Retrieved
 * ```
 *
 * It knows only the words of the corpus: lexicon, document frequencies, acronyms and compounds. The same query and words
 * give the same plan. Never throws.
 */
export function planQuery(query: Query, context: PlanContext): QueryPlan {
  const { should, anyOf, must, isProse } = clausesOf(query)
  const acronyms = context.acronyms.expansions(should.map(({ term }) => term))
  const words = withWholes(should, context)
  const terms = words.map((word, at) => termClause(word, acronyms.get(at), context))
  const groups = anyOf.map(group => group.map(member => alternative(member, context)))
  const clauses = terms.filter(({ isRequired }) => isRequired).length + groups.length
  const allTerms =
    terms.length +
    groups.flat().reduce((sum, member) => sum + ('terms' in member ? member.terms.length : 0), 0)
  return {
    should: terms,
    anyOf: groups,
    must: must.map(condition => planFilter(condition, context)),
    phrases: must.flatMap(textsOf).map(scoredPhrase),
    ...(isProse && { feedback: feedbackPlan(context.index.documentCount, allTerms) }),
    clauses,
    fewInFirstTier: FEW_IN_FIRST_TIER,
    // Much is lost for each word of two or three that is missing, nothing in a question that is written out.
    coordination: Math.max(0, 3 - clauses / 3),
    maxTested: MAX_TESTED,
    reranked: RERANKED,
    ranksByTitle: allTerms > 0 && allTerms <= MAX_TITLE_WORDS,
  }
}

/** Plans the papers that a query matches strictly. */
export const planFilter = (
  query: Query,
  context: FilterContext & Pick<PlanContext, 'index'>,
): BooleanFilter => withCandidates(filterOf(query, context), context.index)

/** Plans an answer: a query, an order and the counts of facets. */
export function planAnswer(parsed: ParsedQuery, sort: Sort, context: PlanContext): AnswerPlan {
  const facets = FACET_NAMES.map(name => [name, planFacet(name, parsed, context)])
  return {
    ...planQuery(parsed.query, context),
    sort,
    facets: Object.fromEntries(facets) as Record<FacetName, FacetPlan>,
  }
}

/** Plans the counts of one facet for a query. */
export function planFacet(name: FacetName, { clauses }: ParsedQuery, context: PlanContext): FacetPlan {
  const { field, together } = facetOf(name)
  const { included, excluded } = valuesOf(clauses, field)
  const others = together === 'any' ? withoutField(clauses, field) : undefined
  return { included, excluded, ...(others && { others: planQuery(others, context) }) }
}

/** Two words that the corpus also writes as one are found as that, too: `multi agent` as `multiagent`. */
function withWholes(words: readonly QueryWord[], { compounds }: PlanContext): QueryWord[] {
  const wholeFrom = (at: number): string | undefined => {
    const whole = `${words[at]?.term}${words[at + 1]?.term}`
    return compounds.partsOf(whole)?.[0] === words[at]?.term ? whole : undefined
  }
  return words.map((word, at) => {
    const whole = word.whole ?? wholeFrom(at) ?? (at > 0 ? wholeFrom(at - 1) : undefined)
    return whole === undefined ? word : { ...word, whole }
  })
}

function expandedTerm(word: QueryWord, context: PlanContext): ExpandedTerm {
  const expanded = expand(word, context)
  const whole = word.whole && stemOf(word.whole)
  if (whole && context.index.frequency(whole) > 0) {
    expanded.stems.push({ stem: whole, weight: 1, kind: 'stem' })
  }
  return expanded
}

function termClause(
  word: QueryWord,
  acronym: AcronymExpansion | undefined,
  context: PlanContext,
): TermClause {
  const { isRequired } = word
  const expanded = expandedTerm(word, context)
  if (!isRequired) return { ...expanded, isRequired, splits: [] }
  const isUnknown = expanded.stems.every(({ kind }) => kind === 'fuzzy')
  const parts = context.compounds.partsOf(word.term)
  return {
    ...expanded,
    isRequired,
    splits: isUnknown
      ? splitCompound(word.term, context.index).map(parts => partsPhrase(parts, ' ', context))
      : [],
    ...(parts && { compound: partsPhrase(parts, '-', context) }),
    // A long form of common words alone has no stems.
    ...(acronym?.stems.length && { acronym: acronymClause(acronym) }),
  }
}

const acronymClause = (acronym: AcronymExpansion): AcronymClause => ({
  ...acronym,
  boost: ACRONYM_BOOST / (acronym.words * acronym.stems.length),
})

/** Texts that write the parts of a word have each of them for a share. */
const partsPhrase = (parts: readonly string[], separator: string, { index }: PlanContext): ScoredPhrase => ({
  ...phraseWithCandidates(phraseFilter(parts.join(separator)), index),
  stems: parts.map(stemOf),
  boost: 1 / parts.length,
})

function scoredPhrase({ text, field }: TextQuery): ScoredPhrase {
  const phrase = phraseFilter(text, field)
  return { ...phrase, stems: phrase.terms.map(stemOf), boost: PHRASE_BOOST }
}

/** A hyphenated word is several: a paper needs all of them. */
const alternative = (member: TextQuery, context: PlanContext): Alternative =>
  isPlainWord(member)
    ? {
        terms: queryWords(member.text, { isPrefix: false, inProse: false }).map(word =>
          expandedTerm(word, context),
        ),
      }
    : { phrase: phraseWithCandidates(scoredPhrase(member), context.index) }

/** The words and phrases of a condition that papers are ranked by. */
function textsOf(condition: Query): TextQuery[] {
  if (condition.type === 'or' && condition.members.every(isText)) return condition.members
  return isText(condition) ? [condition] : []
}
