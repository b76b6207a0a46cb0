import { announcements } from './announcements.ts'
import { atom } from './atom.ts'
import { bibtex } from './bibtex.ts'
import { dailyPapers } from './dailyPapers.ts'
import { facts } from './facts.ts'
import { jsonLines } from './jsonLines.ts'
import { jsonPapers } from './jsonPapers.ts'
import { linkText } from './mentions.ts'
import { oaiPmh } from './oaiPmh.ts'
import { ownPapers } from './ownPapers.ts'
import { pageText } from './pageText.ts'
import { ris } from './ris.ts'
import { sniff } from './sniff.ts'
import { rejected, type SourceContext, type SourceFormat, type SourceReading } from './source.ts'

/**
 * Every format that can be read. To add one: a file beside this one, a row here, and its rank in `FORMATS`; a format
 * whose records are JSON objects is a shape in `shapes.ts`. Papers of another corpus bring the formats they were read
 * from along.
 */
const FORMATS_TO_READ: readonly SourceFormat[] = [
  bibtex,
  ris,
  pageText,
  jsonLines,
  jsonPapers,
  facts,
  dailyPapers,
  announcements,
  oaiPmh,
  atom,
  ownPapers,
  linkText,
]

/** Reads a text in whatever format it is. One bad record never loses the good ones; the bad are in `problems`. */
export function readSource(text: string, context: SourceContext): SourceReading {
  const foreign = sniff(text)
  if (foreign !== undefined) return rejected(foreign)
  const [best] = FORMATS_TO_READ.map(format => ({ format, score: format.detect(text, context.name) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  if (best) return best.format.read(text, context)
  const unknown = `${context.name} is in no format known here`
  const known = FORMATS_TO_READ.map(({ called }) => called)
  return rejected(`${unknown}, which are: ${known.join(', ')}`)
}
