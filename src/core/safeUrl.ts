/** The address where it may be followed, else nothing: only `https:` and `http:` lead out of a page. */
export function safeUrl(text: string): string | undefined {
  return /^https?:\/\/[^\s\\/]/i.test(text) ? text : undefined
}
