import * as texts from './texts.ts'
/** One sentence for readers about a failure. */
export function describeLoadError(reason: string): string {
  if (/failed to fetch|networkerror|load failed/i.test(reason)) {
    return texts.papersUnreachable
  }
  return texts.papersFailed(reason)
}
