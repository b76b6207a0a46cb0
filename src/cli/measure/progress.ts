import type { Output } from '../command.ts'

export interface MeasuringOutput extends Output {
  /** How far long work has come; the next such line may replace this one. */
  status(line: string): void
}

const EVERY_MS = 10_000

/**
 * The terminal: results to standard output, all else to standard error. Where that is no terminal, a status line is
 * written now and then only.
 */
export function terminal(): MeasuringOutput {
  const { stderr } = process
  let written = 0
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
      else if (Date.now() - written >= EVERY_MS) {
        written = Date.now()
        console.error(line)
      }
    },
  }
}
