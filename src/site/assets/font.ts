import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/** The serif of the package: Latin letters, weights from 200 to 800. */
const WHOLE = 'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'
/** The part of it that visitors load. */
export const FONT = 'src/app/newsreader.woff2'

/** From the weight of text to that of headings. */
const WEIGHTS = { min: 400, max: 600 }

const between = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at))

/** All its letters in the weights that the site uses: two thirds of its size. */
export const siteFont = async (): Promise<Buffer> =>
  subsetFont(await readFile(WHOLE), between(0x20, 0xd7ff), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
  })
