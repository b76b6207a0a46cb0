import type { Output } from './command.ts'

export interface StatusOutput extends Output {
  /** Progress of long work; the next line of any kind may replace this one. */
  status(line: string): void
}

const STATUS_INTERVAL_MS = 10_000

/**
 * Results go to standard output, all else to standard error. If that is no terminal, a status line is written every 10 s
 * only, so never for short work.
 */
export function terminal(): StatusOutput {
  const { stderr } = process
  let written = Date.now()
  const clear = (): void => {
    if (stderr.isTTY) stderr.write('\r\u001b[K')
  }
  return {
    print(line) {
      clear()
      console.log(line)
    },
    complain(line) {
      clear()
      console.error(line)
    },
    status(line) {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line.slice(0, stderr.columns - 1)}`)
      else if (Date.now() - written >= STATUS_INTERVAL_MS) {
        written = Date.now()
        console.error(line)
      }
    },
  }
}

const WIDTH = 20

/** A progress bar: `[#####               ]`. */
export function bar(done: number, all: number): string {
  const filled = all === 0 ? WIDTH : Math.floor((WIDTH * done) / all)
  return `[${'#'.repeat(filled).padEnd(WIDTH)}]`
}
