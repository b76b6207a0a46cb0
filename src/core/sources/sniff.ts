/** Texts longer than this are not read. In characters, which are never more than the bytes of the file. */
export const SIZE_LIMIT = 20_000_000

/** Says what to do with a text beyond the limit. JSON Lines of any length are read. */
export function tooLarge(text: string): string {
  const isJson = /^\ufeff?\s{0,1000}[[{]/.test(text.slice(0, 2_000))
  const message = `is larger than ${SIZE_LIMIT / 1_000_000} MB`
  return isJson
    ? `${message}: write its papers one a line (.jsonl), as jq -c '.[]' does for a list`
    : `${message}: split it`
}

const SIGNATURES = [
  ['%PDF-', 'is a PDF, not text: copy its text into a file'],
  ['PK\u0003\u0004', 'is a ZIP archive, not text: unpack it first'],
  ['\u001f\ufffd\b', 'is compressed with gzip: unpack it first'],
] as const

const HTML_STARTS = ['<!doctype html', '<html', '<head', '<body', '<!--']

/** Says why a text cannot be a source whatever its name claims, or nothing where it may be one. */
export function sniff(text: string): string | undefined {
  if (text === '') return 'is empty'
  if (text.length > SIZE_LIMIT) return tooLarge(text)
  const signature = SIGNATURES.find(([start]) => text.startsWith(start))
  if (signature) return signature[1]
  if (text.includes('\0')) return 'is binary, not text: save it as UTF-8 text'
  const start = text.trimStart().slice(0, 20).toLowerCase()
  if (start === '') return 'holds only white space'
  if (HTML_STARTS.some(tag => start.startsWith(tag))) {
    return 'is the HTML of a web page: select the page in the browser, copy it, and save that as text'
  }
  return undefined
}
