import { parseArgs } from 'node:util'
import { Failure, messageOf } from '../shared/failure.ts'

export const SEARCH_HELP = `Searches papers as the site does.

  npm run search -- 'theme:rlvr entropy -survey' [--corpus PATH] [--limit N] [--explain] [--json]

  --corpus    the folder of the corpus, or a file of papers .jsonl or .jsonl.gz (default: data/papers)
  --themes    the file of the themes (default: data/themes.json)
  --limit     how many papers to show (default: 10)
  --explain   say of each paper what matched in it
  --json      the answer for scripts: standard output holds nothing else

A query that begins with a hyphen stands behind one more --:  npm run search -- -- '-survey entropy'

Exit code: 0 answered · 1 answered, but lines of the file were left out · 2 nothing was done`

export type SearchArguments =
  | { help: true }
  | {
      help: false
      query: string
      corpus: string
      themes: string
      limit: number
      explain: boolean
      json: boolean
    }

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        corpus: { type: 'string', default: 'data/papers' },
        themes: { type: 'string', default: 'data/themes.json' },
        limit: { type: 'string', default: '10' },
        explain: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new Failure(messageOf(error))
  }
}

/** Throws a `Failure` where the arguments make no sense. Several words without quotes are one query. */
export function searchArguments(args: readonly string[]): SearchArguments {
  const { values, positionals } = parse(args)
  if (values.help) return { help: true }
  if (positionals.length === 0) throw new Failure('Say what to search for.')
  const { corpus, themes, limit, explain, json } = values
  if (corpus === '') throw new Failure('--corpus needs the path of a folder or file.')
  if (!/^[1-9]\d{0,5}$/.test(limit)) {
    throw new Failure(`--limit needs a whole number from 1 on, not “${limit}”.`)
  }
  return { help: false, query: positionals.join(' '), corpus, themes, limit: Number(limit), explain, json }
}
