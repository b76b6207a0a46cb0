import type { CommandTable } from '../shared/commandTable.ts'

/** The arguments of `npm run search`. */
export const SEARCH = {
  name: 'npm run search --',
  summary: 'Searches papers as the site does.',
  positionals: { placeholder: 'QUERY', description: 'the query; several words without quotes are one query' },
  flags: {
    corpus: {
      description: 'the folder of the corpus, or a file of papers (.jsonl or .jsonl.gz)',
      default: 'data/papers',
    },
    themes: {},
    limit: { default: 10, max: 999_999 },
    explain: {},
    json: {},
  },
  notes: `Examples:
  npm run search -- 'theme:rlvr entropy -survey' --limit 3 --explain
  npm run search -- -- '-survey entropy'        a query that begins with a hyphen comes after --

Exit code: 0 answered · 1 answered, but lines of the file were left out · 2 nothing was done`,
} as const satisfies CommandTable
