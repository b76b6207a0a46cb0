import type { SourceFile } from './sourceFiles.ts'

export const LONGEST_FILE = 250

const FIRST_COMMENT = new RegExp(String.raw`^/\*\*\s+(?:\* )?Longer than ${LONGEST_FILE} lines: \S`)

interface LongFile {
  path: string
  lines: number
  /** Whether its first comment says why it is long. */
  hasReason: boolean
}

/** Files with more lines than `LONGEST_FILE`, the longest first. */
export const tooLong = (files: readonly SourceFile[]): LongFile[] =>
  files
    .map(({ path, text }) => ({
      path,
      lines: text.split('\n').length - 1,
      hasReason: FIRST_COMMENT.test(text),
    }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .sort((a, b) => b.lines - a.lines)
