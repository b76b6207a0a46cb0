import { parseArgs } from 'node:util'
import { isDay } from '#core/text/calendar.ts'
import { Failure, messageOf } from '../shared/failure.ts'
import { MOST_RESULTS } from './remote/arxiv.ts'
import { REMOTES, type RemoteName, type RemoteWish } from './remote/remotes.ts'

export const INGEST_HELP = `Takes digests and facts into the corpus.

  npm run ingest -- PATH… [--date YYYY-MM-DD] [--out FOLDER] [--dry-run] [--strict] [--json]
  npm run ingest -- --from daily-papers [--date YYYY-MM-DD] [--days N]
  npm run ingest -- --from arxiv --query 'cat:cs.CL' [--max N]

  PATH        files, or folders with files in them, or - for standard input; the format is recognised, and files may be
              compressed (.gz): pages of daily papers, JSON Lines and JSON lists of papers, answers of Semantic Scholar,
              OpenAlex, OpenReview, Hugging Face and the arXiv (API, announcements, OAI-PMH, metadata snapshot), BibTeX,
              RIS, CSL-JSON, facts files, month files
  --date      the day the files were captured, else it is read from each file's name (…-2025-12-11.txt)
  --out       the folder of the corpus (default: data/papers)
  --dry-run   report only, write nothing
  --strict    write nothing where anything was left out
  --json      the report for scripts: standard output holds nothing else
  --help      show this

Taken out, by their ids, of which the list stands in removed.json beside the folder of the corpus:

  --remove    take these papers out; no source brings them back:  npm run ingest -- --remove 2512.00001
  --reason    why, kept in the list
  --restore   take these papers off the list, so that their sources can bring them back

Fields in corrections.json beside the folder of the corpus, { "ID": { "FIELD": VALUE } }, override what sources say.

Any text or Markdown that names papers by arXiv ids, links or DOIs:

  --complete  take these papers in, and ask the API of the arXiv for all else (with --sources, --timeout, --base-url);
              what could not be had stays a paper with its id, and a later run completes it

Fetched from a site instead of read from files:

  --from      daily-papers: the list of a day; arxiv: what a query of its API finds, the newest first
  --date      the day of the list (default: today, by UTC)
  --days      so many days: that one and those before it (default: 1)
  --query     as the arXiv API has it: 'cat:cs.CL AND abs:retrieval'
  --max       no more than so many papers of a query (default: 100)
  --base-url  another address of the site (default: ${REMOTES['daily-papers'].base}, ${REMOTES.arxiv.base})
  --sources   the folder that keeps the answers as they came (default: data/sources)
  --refetch   ask again for what is there
  --timeout   seconds that the next piece of an answer may take (default: 10)

The answers are files as any others: ingesting the folder gives the same papers. What is there is not asked for again,
except lists of days that were fetched less than three days after their day began. An answer of the arXiv is of the day
it came on.

What was left out is named with its place and reason; of more than 20, all stand in reports/ingest.txt.

Exit code: 0 all was read · 1 something was left out, or could not be fetched · 2 nothing was done`

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
  | { help: true }
  | ({ help: false } & RemoveWish)
  | {
      help: false
      input: { paths: string[]; day: string | undefined; completion?: FetchWish } | FetchWish
      out: string
      dryRun: boolean
      strict: boolean
      json: boolean
    }

/** Options that make sense for some inputs only. */
const FITS: Record<string, readonly (RemoteName | 'files')[]> = {
  date: ['files', 'daily-papers'],
  days: ['daily-papers'],
  query: ['arxiv'],
  max: ['arxiv'],
  'base-url': ['daily-papers', 'arxiv'],
  sources: ['daily-papers', 'arxiv'],
  refetch: ['daily-papers', 'arxiv'],
  timeout: ['daily-papers', 'arxiv'],
  complete: ['files'],
}

const MOST_DAYS = 1000

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        date: { type: 'string' },
        out: { type: 'string', default: 'data/papers' },
        'dry-run': { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        remove: { type: 'boolean' },
        restore: { type: 'boolean' },
        reason: { type: 'string' },
        from: { type: 'string' },
        complete: { type: 'boolean' },
        days: { type: 'string' },
        query: { type: 'string' },
        max: { type: 'string' },
        'base-url': { type: 'string' },
        sources: { type: 'string' },
        refetch: { type: 'boolean' },
        timeout: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Failure(messageOf(error))
  }
}

type Values = ReturnType<typeof parse>['values']

function checkFit(values: Values, input: RemoteName | 'files'): void {
  const misfit = Object.entries(FITS).find(([name, inputs]) => name in values && !inputs.includes(input))
  if (!misfit) return
  const [name, inputs] = misfit
  const suits = inputs.map(fit => (fit === 'files' ? 'files' : `--from ${fit}`))
  throw new Failure(`--${name} belongs to ${suits.join(' and ')}.`)
}

const isRemote = (name: string): name is RemoteName => Object.hasOwn(REMOTES, name)

function countOf(name: string, text: string | undefined, byDefault: number, most: number): number {
  if (text === undefined) return byDefault
  const count = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
  if (count >= 1 && count <= most) return count
  throw new Failure(`--${name} needs a whole number from 1 to ${most}, not “${text}”.`)
}

/** In ms. */
function timeoutOf(text = '10'): number {
  const seconds = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0
  if (seconds > 0) return seconds * 1000
  throw new Failure(`--timeout needs a number of seconds above 0, not “${text}”.`)
}

function baseOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === '')
    return url.href
  throw new Failure(`--base-url needs an address like https://example.org, not “${text}”.`)
}

function fetchWish(from: string, values: Values, paths: readonly string[]): FetchWish {
  if (!isRemote(from)) {
    throw new Failure(`--from knows no “${from}”: there are ${Object.keys(REMOTES).join(' and ')}.`)
  }
  checkFit(values, from)
  if (paths.length > 0)
    throw new Failure(`Either files or --from: ${paths.join(', ')} cannot be read with it.`)
  const { date, days, query = '', max, sources = 'data/sources', refetch = false } = values
  if (from === 'arxiv' && query.trim() === '')
    throw new Failure("--query is missing, such as --query 'cat:cs.CL'.")
  if (sources === '') throw new Failure('--sources needs the name of a folder.')
  return {
    from,
    day: date,
    days: countOf('days', days, 1, MOST_DAYS),
    query: query.trim(),
    max: countOf('max', max, 100, MOST_RESULTS),
    base: baseOf(values['base-url'] ?? REMOTES[from].base),
    sources,
    refetch,
    timeoutMs: timeoutOf(values.timeout),
  }
}

/** Files whose papers are completed over the API of the arXiv. */
function completion({ complete, date: day, ...values }: Values, paths: string[]) {
  if (paths.length === 0) throw new Failure('--complete needs a file or folder to read.')
  const misfit = (['query', 'max'] as const).find(name => values[name] !== undefined)
  if (misfit) throw new Failure(`--${misfit} does not go with --complete.`)
  return { paths, day, completion: fetchWish('arxiv', { ...values, query: 'by ids' }, []) }
}

function removeWish(
  edit: 'remove' | 'restore',
  { out, remove, restore, reason, ...others }: Values,
  ids: string[],
): IngestArguments {
  if (remove && restore) throw new Failure('Either --remove or --restore.')
  const misfit = Object.entries(others).find(([, value]) => value !== undefined && value !== false)
  if (misfit) throw new Failure(`--${misfit[0]} does not go with --${edit}.`)
  if (ids.length === 0) throw new Failure(`--${edit} needs the ids of papers, such as 2512.00001.`)
  return { help: false, edit, ids, out, reason }
}

/** Throws a `Failure` where the arguments make no sense. */
export function ingestArguments(args: readonly string[]): IngestArguments {
  const { values, positionals } = parse(args)
  if (values.help) return { help: true }
  const { date: day, from, out, strict, json } = values
  if (out === '') throw new Failure('--out needs the name of a folder.')
  if (day !== undefined && !isDay(day))
    throw new Failure(`--date needs a day written YYYY-MM-DD, not “${day}”.`)
  const { remove = false, restore = false, reason } = values
  if (remove || restore) return removeWish(remove ? 'remove' : 'restore', values, positionals)
  if (reason !== undefined) throw new Failure('--reason belongs to --remove.')
  const common = { help: false as const, out, dryRun: values['dry-run'], strict, json }
  if (from !== undefined) return { ...common, input: fetchWish(from, values, positionals) }
  if (values.complete) return { ...common, input: completion(values, positionals) }
  checkFit(values, 'files')
  if (positionals.length === 0)
    throw new Failure('Name at least one file or folder to read, or a site with --from.')
  return { ...common, input: { paths: positionals, day } }
}
