import { parseArgs } from 'node:util'

export const SITE_HELP = `Builds the site, serves it, or serves it while it is being worked on.

  npm run build [-- --data FOLDER] [--out FOLDER] [--base /PATH/]
  npm start     [-- --data FOLDER] [--out FOLDER] [--base /PATH/] [--port N]
  npm run dev   [-- --data FOLDER] [--base /PATH/] [--port N]

  --data    the folder with papers/ and themes.json (default: data)
  --out     the folder that the site is written to (default: dist)
  --base    the path below which the host serves the site, with slashes at both ends (default: /)
  --port    where it is served (default: 4173, dev: 5173)`

const COMMANDS = ['build', 'start', 'dev'] as const

export interface SiteArguments {
  command: (typeof COMMANDS)[number]
  help: boolean
  data: string
  out: string
  base: string
  port: number | undefined
}

const isCommand = (word: string | undefined): word is SiteArguments['command'] =>
  COMMANDS.some(command => command === word)

/** Throws an `Error` where the arguments make no sense. */
export function siteArguments(args: readonly string[]): SiteArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      out: { type: 'string', default: 'dist' },
      base: { type: 'string', default: '/' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [command, ...more] = positionals
  if (!isCommand(command)) throw new Error(`Say what to do: ${COMMANDS.join(', ')}.`)
  if (more.length > 0) throw new Error(`“${more.join(' ')}” is no option.`)
  const { base, data, out, help } = values
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base))
    throw new Error(`--base needs a path such as /papers/, not “${base}”.`)
  if (data === '' || out === '') throw new Error('--data and --out need the name of a folder.')
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port needs a number from 1 to 65535, not “${values.port}”.`)
  }
  return { command, help, data, out, base, port }
}
