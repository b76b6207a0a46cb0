import type { FlagValues, GivenArguments } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import type { INGEST } from './ingestTable.ts'
import { PROVIDERS, type ProviderName, type ProviderQuery } from './providers/providers.ts'

/** A query to a provider, and how to send it. */
export interface FetchArguments extends ProviderQuery {
  from: ProviderName
  base: string
  /** The folder that caches the responses. */
  sources: string
  refetch: boolean
  timeoutMs: number
}

/** Papers to remove, or to take off the list of removed ones. */
export interface RemovalArguments {
  edit: 'remove' | 'restore'
  ids: string[]
  corpus: string
  reason: string | undefined
}

/** Files to read or responses to fetch, and options for taking them in. */
export interface IngestInput {
  input: { paths: string[]; day: string | undefined; completion?: FetchArguments } | FetchArguments
  corpus: string
  dryRun: boolean
  strict: boolean
  json: boolean
}

export type IngestArguments = RemovalArguments | IngestInput

type Values = FlagValues<(typeof INGEST)['flags']>

const fetchArguments = (from: ProviderName, values: Values): FetchArguments => ({
  from,
  day: values.date,
  days: values.days ?? 1,
  query: values.query ?? '',
  max: values.limit ?? 100,
  base: values['base-url'] ?? PROVIDERS[from].base,
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
    return { paths, day, ...(complete && { completion: fetchArguments('arxiv', values) }) }
  }
  if (paths.length > 0)
    throw new Failure(`Either files or --from: ${paths.join(', ')} cannot be read with it.`)
  if (from === 'arxiv' && query === undefined)
    throw new Failure("--query is missing, such as --query 'cat:cs.CL'.")
  return fetchArguments(from, values)
}

/** Throws a `Failure` if the arguments make no sense together. */
export function ingestArguments({ values, positionals }: GivenArguments<typeof INGEST>): IngestArguments {
  const { corpus, remove, restore, reason, 'dry-run': dryRun, strict, json } = values
  if (remove || restore) {
    const edit = remove ? 'remove' : 'restore'
    if (positionals.length === 0) throw new Failure(`--${edit} needs the ids of papers, such as 2512.00001.`)
    return { edit, ids: positionals, corpus, reason }
  }
  return { input: inputOf(values, positionals), corpus, dryRun, strict, json }
}
