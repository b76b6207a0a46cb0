import { CopyButton } from './CopyButton.tsx'

/** A record may be of any length. */
const MOST_LETTERS = 10_000

/** Copies what somebody who is to mend it has to know: the fault, where it was, and what was to be drawn. */
export const CopyErrorDetails = ({ error, of }: { error: unknown; of?: unknown }) => (
  <CopyButton
    label="Copy details"
    text={() =>
      [location.href, navigator.userAgent, error, (error as Error | null)?.stack, JSON.stringify(of)]
        .join('\n')
        .slice(0, MOST_LETTERS)
    }
  />
)
