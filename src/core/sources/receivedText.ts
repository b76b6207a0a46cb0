/**
 * Text as it is kept, whatever a file holds: white space, line breaks and control characters collapse to single
 * spaces, half characters (lone surrogates) become U+FFFD. TeX and markup stay as received.
 */
export const receivedText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The beginning of a received text, to be quoted in a message. */
export const excerpt = (text: string, limit = 80): string => {
  const whole = receivedText(text.slice(0, limit * 2))
  return whole.length > limit ? `${receivedText(whole.slice(0, limit))}…` : whole
}
