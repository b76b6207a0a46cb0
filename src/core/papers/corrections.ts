import * as z from 'zod/mini'
import { hasTex } from '../tex/hasTex.ts'
import { issueText, pathText } from '../text/issues.ts'
import type { Problem } from '../text/problem.ts'
import { DATE_FACTS, mergePapers } from './mergePapers.ts'
import { type Paper, PaperRecord } from './paper.ts'
import { idKey } from './paperIds.ts'
import { namesPaper } from './removed.ts'

/** Ids of papers and the fields that are otherwise than sources say; `null` takes a field out. */
export const CorrectionsFile = z.record(z.string(), z.record(z.string(), z.unknown()))

/** Checked values of fields by the id of their paper. */
export type Corrections = ReadonlyMap<string, Partial<Paper>>

const FIELDS = Object.keys(PaperRecord.shape).filter(field => field !== 'sources')

/** Checks corrections field by field: what is no field, or no value of one, is left out and named. */
export function checkedCorrections(file: z.infer<typeof CorrectionsFile>): {
  corrections: Corrections
  problems: Problem[]
} {
  const problems: Problem[] = []
  const corrections = new Map<string, Partial<Paper>>()
  const leaveOut = (where: string, message: string) =>
    problems.push({ where, message: `left out: ${message}`, dropped: true })
  for (const [id, fields] of Object.entries(file)) {
    const checked: [string, unknown][] = []
    for (const [field, value] of Object.entries(fields)) {
      const where = `${JSON.stringify(id)}.${field}`
      if (!FIELDS.includes(field)) {
        leaveOut(where, `no field of papers; there are ${FIELDS.join(', ')}`)
        continue
      }
      const schema = PaperRecord.shape[field as keyof typeof PaperRecord.shape]
      const wanted = value === null ? undefined : value
      const empty = z.safeParse(z.object({ [field]: schema }), {})
      if (wanted === undefined && empty.success) checked.push([field, undefined])
      else {
        const parsed = z.safeParse(z.object({ [field]: schema }), { [field]: wanted }, { reportInput: true })
        if (parsed.success) checked.push([field, wanted])
        else
          leaveOut(
            where,
            parsed.error.issues
              .map(issue => `${pathText(issue.path.slice(1))} ${issueText(issue)}`.trim())
              .join('; '),
          )
      }
    }
    corrections.set(id, Object.fromEntries(checked))
  }
  return { corrections, problems }
}

/**
 * The sources of a paper without the fields that are corrected: no source gave these values. Merging reads the rank of a value
 * from there, so that a source's value wins again once its correction is deleted.
 */
function withoutFacts(sources: Paper['sources'], fields: readonly string[]): Paper['sources'] {
  const facts = new Set(fields.includes('publishedAt') ? [...fields, ...DATE_FACTS] : fields)
  return sources.map(source => ({ ...source, gave: source.gave.filter(fact => !facts.has(fact)) }))
}

/** The paper as corrected. The title that sources give goes on leading to it. */
function corrected(paper: Paper, given: Partial<Paper>): Paper {
  const { title } = given
  // Citations would go on with the TeX of the title that is wrong.
  const titleTex = title !== undefined && hasTex(title) ? title : undefined
  const fields = title === undefined || 'titleTex' in given ? given : { ...given, titleTex }
  const values = Object.entries({ ...paper, ...fields }).filter(([, value]) => value !== undefined)
  const result = Object.fromEntries(values) as Paper
  const titles = new Set([...paper.alsoTitled, paper.title, ...(fields.alsoTitled ?? [])])
  titles.delete(result.title)
  const sources = withoutFacts(paper.sources, Object.keys(fields))
  const whole = { ...result, alsoTitled: [...titles].sort(), sources }
  return mergePapers(whole, whole)
}

/** Applies corrections to the papers with their ids or aliases; `unknown` are those that no paper has. */
export function correct(
  papers: readonly Paper[],
  corrections: Corrections,
): { papers: Paper[]; unknown: string[] } {
  if (corrections.size === 0) return { papers: [...papers], unknown: [] }
  const byKey = new Map([...corrections].map(([id, fields]) => [idKey(id), fields]))
  const result = papers.map(paper => {
    const fields = [paper.id, ...paper.aliases]
      .map(id => byKey.get(idKey(id)))
      .find(found => found !== undefined)
    return fields ? corrected(paper, fields) : paper
  })
  const unknown = [...corrections.keys()].filter(id => !papers.some(paper => namesPaper(paper, id)))
  return { papers: result, unknown }
}
