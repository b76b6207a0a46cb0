import { parseArgs } from 'node:util'
import { isDay } from '#core/sources/captureDay.ts'
import { Failure, messageOf } from './failure.ts'

export const INGEST_HELP = `Takes digests and facts into the corpus.

  npm run ingest -- PATH… [--date YYYY-MM-DD] [--out FOLDER] [--dry-run] [--strict] [--json]

  PATH        files, or folders with files in them, or - for standard input; the format is recognised, and files may be
              compressed (.gz)
  --date      the day the files were captured, else it is read from each file's name (…-2025-12-11.txt)
  --out       the folder of the corpus (default: data/papers)
  --dry-run   report only, write nothing
  --strict    write nothing where anything was left out
  --json      the report for scripts: standard output holds nothing else
  --help      show this

What was left out is named with its place and reason; of more than 20, all stand in reports/ingest.txt.

Exit code: 0 all was read · 1 something in the files was left out · 2 nothing was done`

export type IngestArguments =
  | { help: true }
  | {
      help: false
      paths: string[]
      day: string | undefined
      out: string
      dryRun: boolean
      strict: boolean
      json: boolean
    }

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
      },
    })
  } catch (error) {
    throw new Failure(messageOf(error))
  }
}

/** Throws a `Failure` where the arguments make no sense. */
export function ingestArguments(args: readonly string[]): IngestArguments {
  const { values, positionals } = parse(args)
  if (values.help) return { help: true }
  if (positionals.length === 0) throw new Failure('Name at least one file or folder to read.')
  if (values.out === '') throw new Failure('--out needs the name of a folder.')
  const day = values.date
  if (day !== undefined && !isDay(day))
    throw new Failure(`--date needs a day written YYYY-MM-DD, not “${day}”.`)
  const { out, strict, json } = values
  return { help: false, paths: positionals, day, out, dryRun: values['dry-run'], strict, json }
}
