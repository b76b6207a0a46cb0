/**
 * Passes on values at most once per `ms`, each time the newest. An urgent value is passed on at once, and replaces those
 * that wait.
 */
export function throttle<T>(
  passOn: (value: T) => void,
  isUrgent: (value: T) => boolean,
  ms: number,
): (value: T) => void {
  let newest: T
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    passOn(newest)
  }
  return value => {
    newest = value
    if (isUrgent(value)) flush()
    else timer ??= setTimeout(flush, ms)
  }
}
