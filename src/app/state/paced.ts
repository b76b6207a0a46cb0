/**
 * Hands on values that come in quick succession at most once per `ms`: each time the newest. A value that may not wait
 * goes at once, in place of those before it.
 */
export function paced<T>(
  handOn: (value: T) => void,
  mayNotWait: (value: T) => boolean,
  ms: number,
): (value: T) => void {
  let newest: T
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = () => {
    clearTimeout(timer)
    timer = undefined
    handOn(newest)
  }
  return value => {
    newest = value
    if (mayNotWait(value)) go()
    else timer ??= setTimeout(go, ms)
  }
}
