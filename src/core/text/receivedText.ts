/**
 * Text as it is kept, whatever a file holds: white space, line breaks and control characters collapse to single
 * spaces, half characters (lone surrogates) become U+FFFD. TeX and markup stay as received.
 */
export const receivedText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Texts that programs write for a missing value: pandas, JSON, Python, spreadsheets. “Nan” and “Na” are names. */
export const saysNothing = (text: string): boolean =>
  /^\s*(?:nan|NaN|NAN|NaT|null|Null|NULL|none|None|NONE|undefined|N\/A|n\/a|<NA>|#N\/A)\s*$/.test(text)

/** The beginning of a received text, to be quoted in a message. */
export const excerpt = (text: string, limit = 80): string => {
  const whole = receivedText(text.slice(0, limit * 2))
  return whole.length > limit ? `${receivedText(whole.slice(0, limit))}…` : whole
}
