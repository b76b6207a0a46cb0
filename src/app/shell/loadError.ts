/** One plain sentence for the person about something that went wrong. */
export function describeLoadError(reason: string): string {
  if (/failed to fetch|networkerror|load failed/i.test(reason)) {
    return 'The papers could not be loaded: the network or the site does not answer.'
  }
  return `The papers could not be loaded: ${reason}.`
}
