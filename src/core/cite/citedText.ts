import { collapseSpace } from '../text/text.ts'

/**
 * Text on one line for files of citations: without control characters, which end lines and fields in some readers; without
 * characters that change the direction of the following text; with unpaired surrogates replaced.
 */
export const citedText = (text: string): string =>
  collapseSpace(
    text
      .replace(/\p{Cc}/gu, ' ')
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\p{Cs}/gu, '\ufffd'),
  )
