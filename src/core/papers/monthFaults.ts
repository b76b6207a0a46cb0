import { calledIn, type MonthContent } from './monthFile.ts'
import { clashesOf } from './paperIds.ts'

/**
 * Takes out of several month files the papers whose id or alias leads to a paper before them: one address cannot show two.
 *
 * @param files paths and what they hold; ids belong to the files in this order
 */
export function withoutClashes<F extends { path: string; content: MonthContent }>(files: readonly F[]): F[] {
  const all = files.flatMap(({ path, content }) =>
    content.records.map(({ paper: { id, aliases }, where }) => ({ id, aliases, place: `${path}: ${where}` })),
  )
  const clashes = new Map(clashesOf(all).map(clash => [clash.index, clash]))
  if (clashes.size === 0) return [...files]
  let start = 0
  return files.map(file => {
    const { records, faults } = file.content
    const from = start
    start += records.length
    const found = records.flatMap(({ paper, where }, index) => {
      const clash = clashes.get(from + index)
      return clash ? [{ where, message: `${clash.where}: ${clash.message}`, leftOut: calledIn(paper) }] : []
    })
    const content = {
      records: records.filter((_, index) => !clashes.has(from + index)),
      faults: [...faults, ...found],
    }
    return { ...file, content }
  })
}

/** The faults of a file as lines for a person: place, sentence, and what to do. */
export const faultLines = (path: string, { faults }: MonthContent): string[] =>
  faults.map(({ where, message, leftOut }) => {
    const line = /^line (\d+)$/.exec(where)?.[1]
    const loss = leftOut === undefined ? '' : `; ${leftOut} is left out`
    return `${path}:${line ?? ` ${where}`}: ${message}${loss}: correct it in the file`
  })
