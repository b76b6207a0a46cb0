/** Texts longer than this are not read. In characters, which are never more than the bytes of the file. */
export const SIZE_LIMIT = 20_000_000

const SIGNATURES = [
  ['%PDF-', 'is a PDF, not text'],
  ['PK\u0003\u0004', 'is a ZIP archive, not text'],
  ['\u001f\ufffd\b', 'is compressed with gzip: unpack it first'],
] as const

const HTML_STARTS = ['<!doctype html', '<html', '<head', '<body', '<!--']

/** Says why a text cannot be a source whatever its name claims, or nothing where it may be one. */
export function sniff(text: string): string | undefined {
  if (text === '') return 'is empty'
  if (text.length > SIZE_LIMIT) return `is larger than ${SIZE_LIMIT / 1_000_000} MB`
  const signature = SIGNATURES.find(([start]) => text.startsWith(start))
  if (signature) return signature[1]
  if (text.includes('\0')) return 'is binary, not text'
  const start = text.trimStart().slice(0, 20).toLowerCase()
  if (start === '') return 'holds only white space'
  if (HTML_STARTS.some(tag => start.startsWith(tag))) {
    return 'is the HTML of a web page: select the page in the browser, copy it, and save that as text'
  }
  return undefined
}
