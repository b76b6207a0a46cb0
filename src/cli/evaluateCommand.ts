import { evaluateKnownItems } from './measure/evaluateKnownItems.ts'
import { evaluateSearch } from './measure/evaluateSearch.ts'
import { ENGINE_OPTIONS_HELP } from './measure/options.ts'
import { commandOf } from './measure/tasks.ts'

const HELP = `Measures how well engines find what is looked for: ours, and others beside it.

  npm run evaluate -- search --docs D --queries Q --qrels R [options]
  npm run evaluate -- known-items --papers P [--n 200] [--seed 1] [options]

  D, P        documents {id, title, abstract, …}, one a line of JSON (.jsonl or .jsonl.gz)
  Q           queries {id, text}, likewise
  R           judgements: query, document and grade between tabs
  --n         how many papers are looked for
  --seed      another number makes other queries
${ENGINE_OPTIONS_HELP}

nDCG@10 and Recall@100 are means over the queries that have a relevant document. S@1 and S@5: the paper came first,
among the first five; MRR: mean reciprocal rank within the first hundred.

Exit code: 0 all was read · 1 lines of the files were left out, or an engine broke down · 2 nothing was done`

/** `npm run evaluate`. */
export const evaluateCommand = commandOf(HELP, {
  search: evaluateSearch,
  'known-items': evaluateKnownItems,
})
