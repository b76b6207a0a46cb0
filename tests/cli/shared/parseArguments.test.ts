import { describe, expect, test } from 'vitest'
import { BENCH_SUBCOMMANDS } from '#cli/bench/benchCommand.ts'
import { EVALUATE_SUBCOMMANDS } from '#cli/evaluate/evaluateCommand.ts'
import { INGEST } from '#cli/ingest/ingestTable.ts'
import { SEARCH } from '#cli/search/searchTable.ts'
import type { CommandTable, FlagCondition, FlagUse } from '#cli/shared/commandTable.ts'
import { Failure } from '#cli/shared/failure.ts'
import { FLAGS, type Flag, type FlagName } from '#cli/shared/flags.ts'
import { helpOf, parseArguments } from '#cli/shared/parseArguments.ts'
import { SITE_COMMANDS } from '#site/build/arguments.ts'
import { benchOffline } from '../../browser/bench/offline.ts'
import { benchPage } from '../../browser/bench/page.ts'
import { benchImports } from '../../hostile/bench.ts'
import { TOOLS } from '../../toolArguments.ts'

const TABLES: readonly CommandTable[] = [
  INGEST,
  SEARCH,
  ...[...Object.values(EVALUATE_SUBCOMMANDS), ...Object.values(BENCH_SUBCOMMANDS)].map(({ table }) => table),
  ...[benchPage, benchOffline, benchImports].map(({ table }) => table),
  ...Object.values(SITE_COMMANDS),
  ...Object.values(TOOLS),
]

/** Each command with each of its flags. */
const PAIRS = TABLES.flatMap(table =>
  Object.entries(table.flags).map(([name, use]) => ({
    table,
    command: table.name,
    name: name as FlagName,
    use,
  })),
)

const VALUES: Readonly<Record<string, string>> = {
  ADDRESS: 'https://example.org/papers/',
  COLOUR: '#7a2e1d',
  DAY: '2025-11',
  N: '1',
  NAMES: 'ours',
  PATH: '/papers/',
  SECONDS: '5',
  SITE: 'daily-papers',
  'YYYY-MM-DD': '2025-12-11',
}

const argsOf = (name: FlagName): string[] => {
  const { placeholder }: Flag = FLAGS[name]
  return placeholder === undefined ? [`--${name}`] : [`--${name}`, VALUES[placeholder] ?? 'x']
}

const conditionArgs = (condition: FlagCondition): string[] => condition.split(' ')

/** The flags that a flag requires beside itself. */
function fullArgs(table: CommandTable, name: FlagName, { needs = [] }: FlagUse): string[] {
  const required = Object.entries(table.flags).flatMap(([other, use]) =>
    use.isRequired && other !== name ? argsOf(other as FlagName) : [],
  )
  const needed =
    needs[0] === '--from' ? argsOf('from') : needs[0] === undefined ? [] : conditionArgs(needs[0])
  return [...required, ...needed]
}

function failure(table: CommandTable, ...args: string[]): string {
  try {
    parseArguments(table, args)
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
  throw new Error(`${table.name} takes ${args.join(' ')}`)
}

function parsed(table: CommandTable, ...args: string[]) {
  const given = parseArguments(table, args)
  if ('help' in given) throw new Error(given.help)
  return given as { values: Record<string, unknown>; positionals: string[]; hints: string[] }
}

test('there are commands to look at', () => {
  expect(TABLES.length).toBe(23)
  expect(new Set(TABLES.map(({ name }) => name)).size).toBe(TABLES.length)
})

test('no flag is in the vocabulary that no command uses', () => {
  expect(Object.keys(FLAGS).sort()).toEqual([...new Set(PAIRS.map(({ name }) => name))].sort())
})

test('the vocabulary is in order', () => {
  expect(Object.keys(FLAGS)).toEqual(Object.keys(FLAGS).toSorted())
})

describe.each(PAIRS)('$command $name', ({ table, name, use }) => {
  const { placeholder }: Flag = FLAGS[name]

  test('is in --help', () => {
    expect(helpOf(table)).toMatch(new RegExp(`^  --${name}${placeholder ? ` <${placeholder}>` : ''} `, 'm'))
  })

  test('is suggested where it is mistyped', () => {
    const at = Math.ceil(name.length / 2)
    for (const typo of [name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}x${name.slice(at)}`]) {
      if (Object.hasOwn(table.flags, typo)) continue
      expect(failure(table, `--${typo}`)).toMatch(
        new RegExp(`^There is no flag --${typo}\\. Did you mean .*--${name}\\b`),
      )
    }
  })

  test('takes its value after a space or an equals sign, or none', () => {
    const rest = fullArgs(table, name, use)
    const args = argsOf(name)
    const { values } = parsed(table, ...rest, ...args)
    expect(values[name]).not.toBe(false)
    expect(values[name]).toBeDefined()
    if (placeholder === undefined) {
      expect(failure(table, ...rest, `--${name}=yes`)).toBe(
        `--${name} takes no value: write --${name} alone.`,
      )
    } else {
      expect(parsed(table, ...rest, args.join('=')).values).toEqual(values)
      expect(failure(table, ...rest, `--${name}`)).toMatch(`--${name} needs `)
      expect(failure(table, ...rest, `--${name}`, '--json')).toMatch(`--${name} needs `)
      expect(failure(table, ...rest, `--${name}`, '')).toMatch(/^--[\w-]+ needs .*, not “”\./)
    }
  })
})

const OLD = TABLES.flatMap(table =>
  Object.entries(table.renamed ?? {}).map(([old, name]) => ({ table, command: table.name, old, name })),
)

test('there are flags of earlier versions to look at', () => {
  expect(OLD.map(({ command, old, name }) => `${command} --${old} → --${name}`)).toEqual([
    'npm run ingest -- --out → --corpus',
    'npm run ingest -- --max → --limit',
    'npm run evaluate -- search --docs → --papers',
    'npm run evaluate -- search --only → --engines',
    'npm run evaluate -- known-items --n → --count',
    'npm run evaluate -- known-items --only → --engines',
    'npm run evaluate -- related --n → --count',
    'npm run evaluate -- related --from → --since',
    'npm run evaluate -- themes --from → --since',
    'npm run bench -- search --n → --first',
    'npm run bench -- search --only → --engines',
    'npm run bench -- suggest --n → --first',
    'npm run bench -- related --n → --count',
    'npm run bench -- hostile --n → --count',
    'npm run build -- --papers → --paper-pages',
    'npm start -- --papers → --paper-pages',
    'npm run dev -- --papers → --paper-pages',
    'npm run screenshots -- --only → --screens',
  ])
})

test.each(OLD)('$command still takes --$old, with a hint', ({ table, old, name }) => {
  const rest = fullArgs(table, name, table.flags[name] ?? {})
  const [flag, value = ''] = argsOf(name)
  const hints = [`--${old} is now ${flag}; --${old} will go away in the next version.`]
  const { values } = parsed(table, ...rest, ...argsOf(name))
  expect(parsed(table, ...rest, `--${old}`, value)).toMatchObject({
    values,
    hints: expect.arrayContaining(hints),
  })
  expect(parsed(table, ...rest, `--${old}=${value}`)).toMatchObject({
    values,
    hints: expect.arrayContaining(hints),
  })
  expect(helpOf(table)).not.toMatch(new RegExp(`--${old}\\b`))
})

test('the last of several values counts, and values of repeatable flags add up', () => {
  expect(parsed(SEARCH, 'x', '--limit', '3', '--limit=4').values).toMatchObject({ limit: 4 })
  const { values } = parsed(TOOLS.screenshots, '--screens', 'paper', '--screens', 'front')
  expect(values).toMatchObject({ screens: ['paper', 'front'] })
})

test('what stands after -- is no flag', () => {
  const { values, positionals } = parsed(SEARCH, '--json', '--', '-survey', '--limit', '--out', '-h')
  expect({ json: values.json, limit: values.limit, positionals }).toEqual({
    json: true,
    limit: 10,
    positionals: ['-survey', '--limit', '--out', '-h'],
  })
})

test('a lone hyphen is no flag: it is standard input', () => {
  expect(parsed(INGEST, '-').positionals).toEqual(['-'])
})

test.each([
  [
    SEARCH,
    ['-survey'],
    "There is no flag -survey. npm run search -- --help lists all flags. If it is no flag, write -- before it: npm run search -- -- '-survey'.",
  ],
  [SEARCH, ['-hallucination'], 'There is no flag -hallucination.'],
  [
    INGEST,
    ['--from', 'arxvi', 'x'],
    '--from needs one of daily-papers, arxiv, not “arxvi”. Did you mean arxiv?',
  ],
  [INGEST, ['x', '--timeout', '0'], '--timeout needs a number of seconds above 0, not “0”.'],
  [
    INGEST,
    ['--from', 'arxiv', '--query', ' '],
    "--query needs a query of the arXiv API, such as 'cat:cs.CL', not “ ”.",
  ],
  [
    INGEST,
    ['--max', '0'],
    '--max is now --limit; --max will go away in the next version.\n--limit needs a whole number from 1 to 30000, not “0”.',
  ],
  [TOOLS.recording, ['extra'], '“extra” is no flag: npm run recording -- --help lists all flags.'],
  [TOOLS.screenshots, ['--readme', '--out', 'x'], '--readme does not go with --out: leave one of them out.'],
] as const)('%#: a wrong argument is named, with what to do', (table, args, message) => {
  expect(failure(table, ...args)).toContain(message)
})

test.each(TABLES)('$name shows its help for --help and -h, whatever else is there', table => {
  for (const flag of ['--help', '-h'])
    expect(parseArguments(table, ['x', flag])).toEqual({ help: helpOf(table) })
  expect(helpOf(table)).toContain(table.summary.split(' ').slice(0, 4).join(' '))
  expect(
    Math.max(
      ...helpOf(table)
        .split('\n')
        .map(line => line.length),
    ),
  ).toBeLessThanOrEqual(125)
})
