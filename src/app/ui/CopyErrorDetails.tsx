import { CopyButton } from './CopyButton.tsx'
import * as texts from './texts.ts'

/** Maximum length of the details: a record may be of any length. */
const MAX_LETTERS = 10_000

/** Copies an error with its page, browser and data, for a report. */
export const CopyErrorDetails = ({ error, of }: { error: unknown; of?: unknown }) => (
  <CopyButton
    label={texts.copyDetails}
    text={() =>
      [location.href, navigator.userAgent, error, (error as Error | null)?.stack, JSON.stringify(of)]
        .join('\n')
        .slice(0, MAX_LETTERS)
    }
  />
)
