import { editsFrom, MAX_LENGTH } from '#core/text/editDistance.ts'

/** The name that a mistyped one most resembles, if any does. */
function nearest(typed: string, names: readonly string[]): string | undefined {
  const lower = typed.toLowerCase()
  if (lower === '' || lower.length > MAX_LENGTH) return undefined
  const edits = editsFrom(lower)
  const maxEdits = lower.length < 5 ? 1 : 2
  const [best] = names
    .map(name => ({ name, edits: edits(name.toLowerCase()) }))
    .filter(candidate => candidate.edits <= maxEdits)
    .sort((a, b) => a.edits - b.edits)
  return best?.name
}

/** ` Did you mean arxiv?`, or an empty text if no name resembles the typed one. */
export function didYouMean(typed: string, names: readonly string[]): string {
  const name = nearest(typed, names)
  return name === undefined ? '' : ` Did you mean ${name}?`
}
