import { collapseSpace } from '../text/text.ts'

/**
 * Text on one line, as it may stand in a file of citations: without control characters, which end lines and fields in
 * some readers; without signs that turn the direction of whatever follows them; halves of surrogate pairs replaced.
 */
export const citedText = (text: string): string =>
  collapseSpace(
    text
      .replace(/\p{Cc}/gu, ' ')
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\p{Cs}/gu, '\ufffd'),
  )
