import type { CommandTable, GivenArguments } from '#cli/shared/commandTable.ts'
import { Failure } from '#cli/shared/failure.ts'
import { parseArguments } from '#cli/shared/parseArguments.ts'

/** The arguments of the tools in `tests/`. */
export const TOOLS = {
  recording: {
    name: 'npm run recording --',
    summary: 'Compares the answers of the engine with those recorded.',
    flags: {
      papers: { description: 'also over these papers, {id, title, abstract, …}, one JSON object per line' },
      write: {},
    },
  },
  screenshots: {
    name: 'npm run screenshots --',
    summary: 'Takes a picture of every screen of a built site in every state.',
    positionals: { placeholder: 'NAME', description: 'as --screens' },
    flags: {
      out: {
        description: 'the folder for the pictures and for index.html, which shows them',
        default: 'reports/screenshots',
      },
      screens: {},
      dist: { default: 'dist' },
      readme: { conflicts: ['--out', '--screens'] },
    },
    renamed: { only: 'screens' },
  },
  mutants: {
    name: 'npm run mutants --',
    summary: 'Changes the code in small ways, one at a time, and counts the changes that no test notices.',
    positionals: {
      placeholder: 'NAME',
      description: 'parts or files of tests/mutants/parts.ts (default: all)',
    },
    flags: {},
  },
  browsers: {
    name: 'npm run test:browsers --',
    summary: 'Goes through the stories of tests/browsers/ in Firefox and WebKit, with the built site.',
    flags: { browser: {}, story: {}, dist: { default: 'dist' } },
    notes: `A browser that is not installed is named and skipped. Pictures of failures and the summary browsers.json are written to
reports/.

Exit code: 0 no story failed · 1 one failed · 2 nothing was done`,
  },
  latex: {
    name: 'npm run test:latex --',
    summary: 'Typesets the BibTeX of the built-in papers and of odd ones by pdfLaTeX with plain.bst.',
    flags: {
      papers: {
        description: 'also the BibTeX of papers of this file, of any format that npm run ingest reads',
      },
      count: { description: 'how many papers of that file to sample', default: 500 },
    },
    notes: 'reports/latex.json holds the figures.',
  },
  zotero: {
    name: 'npm run test:zotero --',
    summary: "Runs Zotero's own translators over the site built from data/.",
    flags: { translators: {} },
  },
  kills: {
    name: 'npm run test:kills --',
    summary:
      'Kills builds at random moments, and checks that each page is complete and no foreign file is touched.',
    flags: { runs: { default: 100 }, whole: { default: 10 } },
    notes: 'The figures are written to reports/kills.json.',
  },
} as const satisfies Record<string, CommandTable>

/** The arguments of this process. Ends it for `--help` and for wrong arguments. */
export function toolArguments<const Table extends CommandTable>(table: Table): GivenArguments<Table> {
  try {
    const given = parseArguments(table, process.argv.slice(2))
    if (!('help' in given)) {
      for (const hint of given.hints) console.error(hint)
      return given
    }
    console.log(given.help)
    process.exit(0)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    process.exit(2)
  }
}
