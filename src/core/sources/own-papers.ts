import { parseMonthFile } from '../papers/monthFile.ts'
import { refused, type SourceFormat } from './source.ts'

/** A file of `data/papers/`, of this corpus or another: papers keep their sources, and the ids they had. */
export const ownPapers: SourceFormat = {
  called: 'the month files of a corpus',

  detect: text =>
    /^\ufeff?\s*\{\s*"version"\s*:\s*-?[\d.]+\s*,\s*"papers"\s*:/.test(text.slice(0, 500)) ? 1 : 0,

  read(text) {
    const month = parseMonthFile(text)
    if (!month.ok) {
      const [, line, why] = /^:(\d+): (.*)$/s.exec(month.why) ?? []
      return line === undefined ? refused(month.why.trim()) : refused(why ?? '', `line ${line}`)
    }
    const { records, faults } = month.value
    return {
      records: records.map(({ paper: { id, aliases, ...paper }, where }) => ({
        paper,
        where,
        enrichesOnly: false,
        aliases: [id, ...aliases],
      })),
      problems: faults.map(({ where, why, leftOut }) => ({
        where,
        why: leftOut === undefined ? why : `paper left out: ${why}`,
        lost: true,
      })),
    }
  },
}
