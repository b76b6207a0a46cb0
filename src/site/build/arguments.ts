import type { CommandTable } from '#cli/shared/commandTable.ts'
import { Failure } from '#cli/shared/failure.ts'
import { didYouMean } from '#cli/shared/nearest.ts'
import { parseArguments } from '#cli/shared/parseArguments.ts'
import { DEFAULT_NAME } from '#core/site/siteProfile.ts'

/** Where `npm start` serves the site. */
export const DEFAULT_PORT = 4173
const DEV_PORT = 5173

const MAX_PORT = 65_535
const MAX_PAGES = 10_000_000

const BUILD_FLAGS = {
  data: { default: 'data' },
  out: {
    description: 'the folder to write the site to; other files in it are left alone',
    default: 'dist',
  },
  site: {},
  base: {},
  name: { default: DEFAULT_NAME },
  accent: {},
  'paper-pages': { default: 10_000, min: 0, max: MAX_PAGES },
  'no-offline': {},
} as const satisfies CommandTable['flags']

const RENAMED = { papers: 'paper-pages' } as const

/** The arguments of `npm run build`, `npm start` and `npm run dev`. */
export const SITE_COMMANDS = {
  build: {
    name: 'npm run build --',
    summary: 'Builds the site.',
    flags: {
      ...BUILD_FLAGS,
      port: {
        description: `the port that npm start will serve at (default: ${DEFAULT_PORT})`,
        max: MAX_PORT,
      },
    },
    renamed: RENAMED,
  },
  start: {
    name: 'npm start --',
    summary: 'Builds the site and serves it.',
    flags: {
      ...BUILD_FLAGS,
      port: { description: `the port to serve at (default: ${DEFAULT_PORT})`, max: MAX_PORT },
    },
    renamed: RENAMED,
  },
  dev: {
    name: 'npm run dev --',
    summary: 'Serves the site while you work on it.',
    flags: {
      data: BUILD_FLAGS.data,
      site: {},
      base: {},
      name: BUILD_FLAGS.name,
      accent: {},
      port: { description: `the port to serve at (default: ${DEV_PORT})`, max: MAX_PORT },
    },
    renamed: RENAMED,
    ignored: ['out', 'paper-pages', 'no-offline'],
  },
} as const satisfies Record<string, CommandTable>

type SiteCommand = keyof typeof SITE_COMMANDS

export interface SiteArguments {
  command: SiteCommand
  data: string
  out: string
  base: string
  /** Name of the site. */
  name: string
  /** Colour of links as CSS. */
  accent: string | undefined
  /** Absolute, with a slash at the end. */
  site: string
  /** Whether `--site` says that address, and not only where the site is tried. */
  isPublic: boolean
  /** The number of papers with a prerendered page. */
  papers: number
  /** Whether browsers keep the site, to show it offline. */
  isCached: boolean
  port: number
  /** Advice about flags of earlier versions. */
  hints: string[]
}

const isCommand = (word: string | undefined): word is SiteCommand =>
  word !== undefined && Object.hasOwn(SITE_COMMANDS, word)

const WITHOUT_BUILD = {
  out: BUILD_FLAGS.out.default,
  'paper-pages': BUILD_FLAGS['paper-pages'].default,
  'no-offline': false,
}

function parse(command: SiteCommand, args: readonly string[]) {
  if (command !== 'dev') return parseArguments(SITE_COMMANDS[command], args)
  const given = parseArguments(SITE_COMMANDS.dev, args)
  return 'help' in given ? given : { ...given, values: { ...WITHOUT_BUILD, ...given.values } }
}

/** Parses the arguments; `help` is the text to show instead. Throws a `Failure` where they make no sense. */
export function siteArguments(args: readonly string[]): SiteArguments | { help: string } {
  const [command, ...rest] = args
  const names = Object.keys(SITE_COMMANDS)
  if (!isCommand(command))
    throw new Failure(`Say what to do: ${names.join(', ')}.${didYouMean(command ?? '', names)}`)
  const given = parse(command, rest)
  if ('help' in given) return given
  const { values, hints } = given
  const port = values.port ?? (command === 'dev' ? DEV_PORT : DEFAULT_PORT)
  const site = new URL(values.site ?? `http://localhost:${values.port ?? DEFAULT_PORT}${values.base ?? '/'}`)
  const base = values.base ?? site.pathname
  if (site.pathname !== base)
    throw new Failure(
      `--site ends in ${site.pathname}, but --base is ${base}: they have to be the same path.`,
    )
  return {
    command,
    data: values.data,
    out: values.out,
    base,
    name: values.name,
    accent: values.accent,
    site: site.href,
    isPublic: values.site !== undefined,
    papers: values['paper-pages'],
    isCached: !values['no-offline'],
    port,
    hints,
  }
}
