import type { CommandTable } from '../shared/commandTable.ts'
import { MAX_RESULTS } from './providers/arxiv.ts'
import { PROVIDERS, type ProviderName } from './providers/providers.ts'

const MAX_DAYS = 1000

const SITES = Object.keys(PROVIDERS) as ProviderName[]
const EDITS = ['--remove', '--restore'] as const
const FETCHES = ['--from', '--complete'] as const

/** The arguments of `npm run ingest`. */
export const INGEST = {
  name: 'npm run ingest --',
  summary: 'Adds papers and facts about them to the corpus.',
  positionals: {
    placeholder: 'PATH',
    description:
      'files, folders of files, or - for standard input; with --remove and --restore ids of papers',
  },
  flags: {
    corpus: { default: 'data/papers' },
    date: {
      description:
        'the day of the files (default: from each name, as in …-2025-12-11.txt), or of the list to fetch (default: today, UTC)',
      conflicts: ['--from arxiv', ...EDITS],
    },
    'dry-run': { conflicts: EDITS },
    strict: { conflicts: EDITS },
    json: { conflicts: EDITS },
    complete: { conflicts: ['--from', ...EDITS] },
    from: { choices: SITES, conflicts: EDITS },
    days: { max: MAX_DAYS, needs: ['--from daily-papers'] },
    query: { needs: ['--from arxiv'] },
    limit: {
      description: 'at most N papers of the query (default: 100)',
      max: MAX_RESULTS,
      needs: ['--from arxiv'],
    },
    'base-url': {
      description: `another address of the API (default: ${SITES.map(site => PROVIDERS[site].base).join(', ')})`,
      needs: FETCHES,
    },
    sources: {
      description: 'the folder that caches the responses (default: data/sources)',
      needs: FETCHES,
    },
    refetch: { needs: FETCHES },
    timeout: { needs: FETCHES },
    remove: {},
    reason: { needs: ['--remove'] },
    restore: { conflicts: ['--remove'] },
  },
  renamed: { out: 'corpus', max: 'limit' },
  notes: `Examples:
  npm run ingest -- digest-2025-12-11.txt facts.json
  npm run ingest -- --from daily-papers --date 2025-12-11 --days 7
  npm run ingest -- --from arxiv --query 'cat:cs.CL' --limit 300
  npm run ingest -- reading-list.md --complete
  npm run ingest -- --remove 2512.00001 --reason 'withdrawn'

Formats are recognised, and files may be compressed (.gz): pages of daily papers, JSON Lines and JSON lists of papers,
responses of Semantic Scholar, OpenAlex, OpenReview, Hugging Face and the arXiv (API, announcements, OAI-PMH, metadata
snapshot), BibTeX, RIS, CSL-JSON, facts files, month files. With --complete also any text or Markdown that names papers;
what the arXiv does not answer stays a paper with its id, and a later run completes it.

corrections.json beside the folder of the corpus, { "ID": { "FIELD": VALUE } }, overrides what sources say.

Responses are cached as files: ingesting their folder gives the same papers. A cached response is not fetched again,
except the list of a day that was fetched less than three days after that day began. A response of the arXiv belongs to
the day on which it came.

Each record left out is named with its place and reason; if there are more than 20, reports/ingest.txt lists them all.

Exit code: 0 all was read · 1 something was left out or could not be fetched · 2 nothing was done`,
} as const satisfies CommandTable
