import type { PaperRecord } from '../papers/paper.ts'
import type { Problem } from '../text/problem.ts'

/** Facts about a text from outside it. */
export interface SourceContext {
  /** The file's name without its folder. */
  name: string
  /** The day the text was captured, `yyyy-mm-dd`; absent where nothing says it. */
  day?: string
  /** The number of its first line in the file, where the text is a piece of one. Absent: 1. */
  firstLine?: number
  /** True where papers of which only ids are known are taken in, to be completed. */
  completes?: boolean
}

export interface SourceRecord {
  paper: PaperRecord
  /** The record's place in the text: `line 12`, or the path in a JSON text, `[3]`. */
  where: string
  /** True for facts about papers known from elsewhere: they never add a paper. */
  enrichesOnly: boolean
  /** Ids that the paper has elsewhere. */
  aliases?: readonly string[]
}

export interface SourceReading {
  records: SourceRecord[]
  problems: Problem[]
  /** Ids of papers in a text that says nothing else of them, where these are not taken in. */
  mentions?: string[]
}

/** One format of input. Its functions are pure, never throw and take time linear in the text. */
export interface SourceFormat {
  /** The name of such a file for people: `a facts file`. */
  readonly called: string
  /** How sure the format is that the text is its own, from 0 (not mine) to 1. */
  detect(text: string, name: string): number
  read(text: string, context: SourceContext): SourceReading
}

/** The reading of a text from which nothing could be taken. */
export const rejected = (message: string, where = ''): SourceReading => ({
  records: [],
  problems: [{ where, message, dropped: true }],
})

/** The problem with a text of which only the beginning could be read. */
export const cutAt = ({ line, message }: { line: number; message: string }): Problem => ({
  where: `line ${line}`,
  message: `nothing from here on was read: ${message}`,
  dropped: true,
})
