/**
 * Text from elsewhere as one line for the search box: line breaks and tabs become spaces, which browsers leave out in
 * part, and the signs `>` before quoted lines of mail are removed.
 */
export const pastedQuery = (text: string): string =>
  text
    .split(/[\t\n\v\f\r\u0085\u2028\u2029]+/)
    .map(line => line.replace(/^[\s>]*>/, '').trim())
    .filter(Boolean)
    .join(' ')
