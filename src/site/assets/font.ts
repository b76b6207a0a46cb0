import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/** The serif as it is in its package: Latin letters, weights from 200 to 800. */
const WHOLE = 'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'
/** What of it the site asks visitors to fetch. */
export const FONT = 'src/app/newsreader.woff2'

/** From that of text to that of headings. */
const WEIGHTS = { min: 400, max: 600 }

const between = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at))

/** All letters that it has, in the weights that the site uses: two thirds of its size. */
export const siteFont = async (): Promise<Buffer> =>
  subsetFont(await readFile(WHOLE), between(0x20, 0xd7ff), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
  })
