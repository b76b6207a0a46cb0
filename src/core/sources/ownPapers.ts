import { parseMonthFile } from '../papers/monthFile.ts'
import { rejected, type SourceFormat } from './source.ts'

/** A file of `data/papers/`, of this corpus or another: papers keep their sources, and the ids they had. */
export const ownPapers: SourceFormat = {
  called: 'the month files of a corpus',

  detect: text =>
    /^\ufeff?\s*\{\s*"version"\s*:\s*-?[\d.]+\s*,\s*"papers"\s*:/.test(text.slice(0, 500)) ? 1 : 0,

  read(text) {
    const month = parseMonthFile(text)
    if (!month.ok) {
      const [, line, message] = /^:(\d+): (.*)$/s.exec(month.message) ?? []
      return line === undefined ? rejected(month.message.trim()) : rejected(message ?? '', `line ${line}`)
    }
    const { records, faults } = month.value
    return {
      records: records.map(({ paper: { id, aliases, ...paper }, where }) => ({
        paper,
        where,
        enrichesOnly: false,
        aliases: [id, ...aliases],
      })),
      problems: faults.map(({ where, message, leftOut }) => ({
        where,
        message: leftOut === undefined ? message : `paper left out: ${message}`,
        dropped: true,
      })),
    }
  },
}
