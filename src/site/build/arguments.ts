import { parseArgs } from 'node:util'

export const SITE_HELP = `Builds the site, serves it, or serves it while it is being worked on.

  npm run build [-- --data FOLDER] [--out FOLDER] [--site ADDRESS] [--base /PATH/] [--papers N] [--no-offline]
  npm start     [-- --data FOLDER] [--out FOLDER] [--site ADDRESS] [--base /PATH/] [--papers N] [--no-offline] [--port N]
  npm run dev   [-- --data FOLDER] [--base /PATH/] [--port N]

  --data    the folder with papers/ and themes.json (default: data)
  --out     the folder that the site is written to (default: dist); other files in it are left alone
  --site    the address that the site will have, such as https://example.org/papers/: links that leave the site, in
            feeds and previews, are made of it (default: where npm start serves it)
  --base    the path below which the host serves the site, with slashes at both ends (default: that of --site)
  --papers  how many papers get a page that can be read without scripts, the newest first (default: 10000); the app
            draws all others
  --no-offline   keeps nothing for want of a network, and has browsers remove what an earlier build had them keep
  --port    where it is served (default: 4173, dev: 5173)`

const COMMANDS = ['build', 'start', 'dev'] as const

export interface SiteArguments {
  command: (typeof COMMANDS)[number]
  help: boolean
  data: string
  out: string
  base: string
  /** Absolute, with a slash at the end. */
  site: string
  /** Whether that was said, and is not only where the site is tried. */
  isPublic: boolean
  papers: number
  /** Whether browsers keep the site, to show it without a network. */
  isKept: boolean
  port: number | undefined
}

const isCommand = (word: string | undefined): word is SiteArguments['command'] =>
  COMMANDS.some(command => command === word)

/** Where `npm start` serves the site. */
export const DEFAULT_PORT = 4173

function numberOf(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new Error(`--${option} needs a number from ${least} to ${most}, not “${text}”.`)
}

/** A path with slashes at both ends. */
const BASE = /^\/(?:[\w.~-]+\/)*$/

function siteOf(address: string): URL {
  const site = URL.canParse(address) ? new URL(address) : undefined
  if (site && /^https?:$/.test(site.protocol) && site.search + site.hash === '' && site.username === '') {
    if (!site.pathname.endsWith('/')) site.pathname += '/'
    if (BASE.test(site.pathname)) return site
  }
  throw new Error(`--site needs an address such as https://example.org/papers/, not “${address}”.`)
}

/** Throws an `Error` where the arguments make no sense. */
export function siteArguments(args: readonly string[]): SiteArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      out: { type: 'string', default: 'dist' },
      site: { type: 'string' },
      base: { type: 'string' },
      papers: { type: 'string', default: '10000' },
      'no-offline': { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [command, ...more] = positionals
  if (!isCommand(command)) throw new Error(`Say what to do: ${COMMANDS.join(', ')}.`)
  if (more.length > 0) throw new Error(`“${more.join(' ')}” is no option.`)
  const { data, out, help } = values
  const port = numberOf('port', values.port, 1, 65_535)
  if (values.base !== undefined && !BASE.test(values.base))
    throw new Error(`--base needs a path such as /papers/, not “${values.base}”.`)
  const site = siteOf(values.site ?? `http://localhost:${port ?? DEFAULT_PORT}${values.base ?? '/'}`)
  const base = values.base ?? site.pathname
  if (data === '' || out === '') throw new Error('--data and --out need the name of a folder.')
  if (site.pathname !== base)
    throw new Error(`--site ends in ${site.pathname}, but --base is ${base}: they have to be the same path.`)
  const papers = numberOf('papers', values.papers, 0, 10_000_000) as number
  return {
    command,
    help,
    data,
    out,
    base,
    site: site.href,
    isPublic: values.site !== undefined,
    papers,
    isKept: !values['no-offline'],
    port,
  }
}
