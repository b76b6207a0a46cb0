import type { FlagValues, GivenArguments } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import type { INGEST } from './ingestTable.ts'
import { REMOTES, type RemoteName, type RemoteWish } from './providers/providers.ts'

/** Papers are fetched from a site. */
export interface FetchWish extends RemoteWish {
  from: RemoteName
  base: string
  /** The folder that keeps the answers. */
  sources: string
  refetch: boolean
  timeoutMs: number
}

/** Papers are taken out, or off the list of those that were. */
export interface RemoveWish {
  edit: 'remove' | 'restore'
  ids: string[]
  out: string
  reason: string | undefined
}

export type IngestArguments =
  | RemoveWish
  | {
      input: { paths: string[]; day: string | undefined; completion?: FetchWish } | FetchWish
      out: string
      dryRun: boolean
      strict: boolean
      json: boolean
    }

type Values = FlagValues<(typeof INGEST)['flags']>

const fetchWish = (from: RemoteName, values: Values): FetchWish => ({
  from,
  day: values.date,
  days: values.days ?? 1,
  query: values.query ?? '',
  max: values.limit ?? 100,
  base: values['base-url'] ?? REMOTES[from].base,
  sources: values.sources ?? 'data/sources',
  refetch: values.refetch,
  timeoutMs: values.timeout ?? 10_000,
})

function inputOf(values: Values, paths: string[]) {
  const { from, date: day, complete, query } = values
  if (from === undefined) {
    if (paths.length === 0) {
      throw new Failure(
        complete
          ? '--complete needs a file or folder to read.'
          : 'Name at least one file or folder to read, or a site with --from.',
      )
    }
    return { paths, day, ...(complete && { completion: fetchWish('arxiv', values) }) }
  }
  if (paths.length > 0)
    throw new Failure(`Either files or --from: ${paths.join(', ')} cannot be read with it.`)
  if (from === 'arxiv' && query === undefined)
    throw new Failure("--query is missing, such as --query 'cat:cs.CL'.")
  return fetchWish(from, values)
}

/** Throws a `Failure` where the arguments make no sense. */
export function ingestArguments({ values, positionals }: GivenArguments<typeof INGEST>): IngestArguments {
  const { corpus: out, remove, restore, reason, 'dry-run': dryRun, strict, json } = values
  if (remove || restore) {
    const edit = remove ? 'remove' : 'restore'
    if (positionals.length === 0) throw new Failure(`--${edit} needs the ids of papers, such as 2512.00001.`)
    return { edit, ids: positionals, out, reason }
  }
  return { input: inputOf(values, positionals), out, dryRun, strict, json }
}
