import { bar } from '#cli/shared/terminal.ts'
import { formatNumber } from '#core/text/numbers.ts'

/** Seconds as `40 s` or `2 min 5 s`. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/**
 * Progress of a stage of a build in one line: items done, total, rate, and the time left at that rate.
 *
 * @param seconds since the stage began
 */
export function progressLine(name: string, done: number, all: number, seconds: number): string {
  const counts = `${bar(done, all)} ${name}: ${formatNumber(done)} of ${formatNumber(all)}`
  if (done === 0 || seconds === 0 || done === all) return counts
  const rate = done / seconds
  return `${counts} · ${rate < 10 ? rate.toFixed(1) : formatNumber(Math.round(rate))} a second · ${duration((all - done) / rate)} left`
}
