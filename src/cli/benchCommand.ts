import { benchHostile } from './measure/benchHostile.ts'
import { benchRelated } from './measure/benchRelated.ts'
import { benchSearch } from './measure/benchSearch.ts'
import { benchSuggest } from './measure/benchSuggest.ts'
import { ENGINE_OPTIONS_HELP } from './measure/options.ts'
import { commandOf } from './measure/tasks.ts'

const HELP = `Measures what engines cost and how fast they are: ours, and others beside it.

  npm run bench -- search --papers P [--n N] [--seed 1] [options]
  npm run bench -- suggest --papers P [--n N] [--seed 1] [--json]
  npm run bench -- related --papers P [--n 200] [--seed 1] [--json]
  npm run bench -- hostile --papers P [--n 10000] [--seed 1] [--json]

  P           papers {id, title, abstract, …}, one a line of JSON (.jsonl or .jsonl.gz)
  --n         search, suggest: only the first so many papers; hostile: so many queries; related: asks about so many
  --seed      another number makes other queries, or asks about other papers
${ENGINE_OPTIONS_HELP}

Each engine has a process of its own. Keys: one answer of 20 hits for each key while 40 queries are typed, the first
ones included; ours is the whole answer with facets and highlights. heap: growth by building, buffers
included. Sizes are those of the index as files, each compressed for itself; load is from there, until it can answer;
then is what it does ahead while nobody asks, as on a site.

suggest asks our engine for the list under the search box, at each key of the same queries and of operators.

related asks our engine for the papers related to one, the first time included, while nothing has been asked before.

hostile asks our engine what nobody means well by, within the limits of what may be typed, and names the slowest texts
and those it failed at.

Exit code: 0 all was read · 1 lines of the files were left out, or an engine broke down · 2 nothing was done`

/** `npm run bench`. */
export const benchCommand = commandOf(HELP, {
  search: benchSearch,
  suggest: benchSuggest,
  related: benchRelated,
  hostile: benchHostile,
})
