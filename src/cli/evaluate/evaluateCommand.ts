import { ENGINE_OPTIONS_HELP } from '../shared/options.ts'
import { commandOf } from '../shared/tasks.ts'
import { evaluateKnownItems } from './evaluateKnownItems.ts'
import { evaluateRelated } from './evaluateRelated.ts'
import { evaluateSearch } from './evaluateSearch.ts'
import { evaluateThemes } from './evaluateThemes.ts'
import { MIN_GOLD } from './themeQuality.ts'

const HELP = `Measures how well engines find what is looked for, ours and others beside it, and how well the rules of themes
and related papers do.

  npm run evaluate -- search --docs D --queries Q --qrels R [options]
  npm run evaluate -- known-items --papers P [--n 200] [--seed 1] [options]
  npm run evaluate -- related --papers P [--n 1000] [--seed 1] [--from DAY] [--until DAY] [--json]
  npm run evaluate -- themes --papers P [--from DAY] [--until DAY] [--show ID] [--json]

  D, P        documents {id, title, abstract, …}, one a line of JSON (.jsonl or .jsonl.gz)
  Q           queries {id, text}, likewise
  R           judgements: query, document and grade between tabs
  --n         how many papers are looked for, or asked about
  --seed      another number makes other queries, or asks about other papers
${ENGINE_OPTIONS_HELP}
  --themes    the file of the themes (default: data/themes.json)
  --gold      which keywords mean which theme (default: data/themes.gold.json)
  --from, --until  only papers listed (else published) in these days, months or years: 2025-11, 2025-11-15
  --show      one theme: what each alternative of its rule finds, the papers it misses and those it should not find

nDCG@10 and Recall@100 are means over the queries that have a relevant document. S@1 and S@5: the paper came first,
among the first five; MRR: mean reciprocal rank within the first hundred.

themes: a paper belongs to a theme if a keyword of it ("ai_keywords") means the theme; papers without keywords tell
nothing and are left out. Means are over the themes with ${MIN_GOLD} such papers or more. Keywords are incomplete, so precision
is understated. Themes without a paper or with more than 40 % of all are faults; nearly equal ones are named.

related: the mean overlap (Jaccard) of a paper's keywords with those of the first five related ones, beside plain TF-IDF
cosine and papers drawn at random. The corpus is the papers with keywords, which no method sees; --from and --until say
which of them are asked about. Keywords are compared by their stems, without what stands in parentheses.

Exit code: 0 all was read · 1 lines of the files were left out, or an engine broke down,\nor a theme has no paper or too many · 2 nothing was done`

/** `npm run evaluate`. */
export const evaluateCommand = commandOf(HELP, {
  search: evaluateSearch,
  'known-items': evaluateKnownItems,
  related: evaluateRelated,
  themes: evaluateThemes,
})
