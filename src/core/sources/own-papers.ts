import { papersIn } from '../monthFile.ts'
import { Paper } from '../paper.ts'
import { issueText, pathText } from './issues.ts'
import { type Reading, refused, type SourceFormat } from './source.ts'

function readPaper(value: unknown, index: number): Reading {
  const where = `papers[${index}]`
  const parsed = Paper.safeParse(value, { reportInput: true })
  if (!parsed.success) {
    const whys = parsed.error.issues.map(issue => `${pathText(issue.path)} ${issueText(issue)}`.trim())
    return refused(`paper left out: ${whys.slice(0, 5).join('; ')}`, where)
  }
  const { id, aliases, ...paper } = parsed.data
  return { records: [{ paper, where, enrichesOnly: false, aliases: [id, ...aliases] }], problems: [] }
}

/** A file of `data/papers/`, of this corpus or another: papers keep their sources, and the ids they had. */
export const ownPapers: SourceFormat = {
  called: 'the month files of a corpus',

  detect: text => (/^\ufeff?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"papers"\s*:/.test(text.slice(0, 500)) ? 1 : 0),

  read(text) {
    const papers = papersIn(text)
    if (!papers.ok) {
      const [, line, why] = /^:(\d+): (.*)$/s.exec(papers.why) ?? []
      return line === undefined ? refused(papers.why.trim()) : refused(why ?? '', `line ${line}`)
    }
    const readings = papers.value.map(readPaper)
    return {
      records: readings.flatMap(({ records }) => records),
      problems: readings.flatMap(({ problems }) => problems),
    }
  },
}
