import { parseJsonSoFar } from '../text/json.ts'
import { gathered } from './complaints.ts'
import { holdsPapers, readJsonValue } from './jsonRecords.ts'
import { cutAt, rejected, type SourceFormat, type SourceReading } from './source.ts'

/**
 * JSON of papers: a list, an object with a list named `papers`, `results`, `data`, `items` or `entries` (the answers of
 * APIs), or one record. Each record is read by its own shape, see `shapes.ts`.
 */
export const jsonPapers: SourceFormat = {
  called:
    'JSON of papers (lists, and answers of Semantic Scholar, OpenAlex, OpenReview and Hugging Face; CSL-JSON)',

  // The others know their own JSON by its beginning.
  detect: text => (/^\ufeff?\s*[[{]/.test(text.slice(0, 1000)) ? 0.25 : 0),

  read(text, context): SourceReading {
    const parsed = parseJsonSoFar(text)
    if (!parsed.ok) {
      const message = `${context.name} is in no format known here, and ${parsed.message}`
      return rejected(message, `line ${parsed.line}`)
    }
    const { value, flaw } = parsed
    // A list that is cut holds papers up to there; one record that is cut is none.
    if (flaw && holdsPapers(value) !== 'list') return rejected(flaw.message, `line ${flaw.line}`)
    const { records, problems } = readJsonValue(value, '', {
      ...context,
      isDigest: true,
      isCut: flaw !== undefined,
    })
    if (!flaw) return { records, problems: gathered(problems) }
    return { records, problems: gathered([cutAt(flaw), ...problems]) }
  },
}
