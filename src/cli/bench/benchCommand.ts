import { commandGroup, type Subcommand } from '../shared/commandGroup.ts'
import { benchHostile } from './benchHostile.ts'
import { benchRelated } from './benchRelated.ts'
import { benchSearch } from './benchSearch.ts'
import { benchSuggest } from './benchSuggest.ts'

export const BENCH_SUBCOMMANDS = {
  search: benchSearch,
  suggest: benchSuggest,
  related: benchRelated,
  hostile: benchHostile,
}

/**
 * `npm run bench`.
 *
 * @param others subcommands that live with the tests: they drive browsers, or read hostile files
 */
export const benchCommand = (others: Readonly<Record<string, Subcommand>>) =>
  commandGroup(
    'npm run bench --',
    'Measures size and speed of engines, ours and others, and of a built site.',
    {
      ...BENCH_SUBCOMMANDS,
      ...others,
    },
  )
