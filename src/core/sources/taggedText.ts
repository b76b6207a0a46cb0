/** A way to write records as lines that begin with a tag. */
export interface Dialect {
  called: string
  /** A line with a tag: the tag and its value. */
  line: RegExp
  /** The tag that begins a record. */
  start: string
  /** The tag that ends one; absent where an empty line does. */
  end?: string
  /** Tags whose continued lines are values of their own. */
  listed: readonly string[]
}

export interface TaggedRecord {
  /** The line of its first tag, from 1. */
  line: number
  /** The values of each tag, in order; continued lines are joined by spaces. */
  values: Map<string, string[]>
  /** False where the text ended, or the next record began, before this one's end. */
  isEnded: boolean
}

export interface TaggedText {
  records: TaggedRecord[]
  /** Lines with text that belong to no record. */
  stray: number[]
}

/** The records of a text in a dialect, in linear time. */
export function taggedRecords(text: string, { line: tagged, start, end, listed }: Dialect): TaggedText {
  const records: TaggedRecord[] = []
  const stray: number[] = []
  let open: TaggedRecord | undefined
  let tag = ''
  /** The pieces of a value that continues: joined once, as texts that grow line by line take quadratic time. */
  let pieces: string[] = []
  const close = (): void => {
    if (open && tag !== '' && pieces.length > 0) {
      const known = open.values.get(tag) ?? []
      for (const value of listed.includes(tag) ? pieces : [pieces.join(' ')]) known.push(value)
      open.values.set(tag, known)
    }
    tag = ''
    pieces = []
  }
  const finish = (isEnded: boolean): void => {
    close()
    if (open) records.push({ ...open, isEnded })
    open = undefined
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  lines.forEach((written, index) => {
    const found = tagged.exec(written)
    const [, name = '', value = ''] = found ?? []
    if (found && name === start && (end !== undefined || !open)) {
      finish(end === undefined)
      open = { line: index + 1, values: new Map(), isEnded: false }
    }
    if (written.trim() === '') {
      if (end === undefined) finish(true)
    } else if (!open) stray.push(index + 1)
    else if (found && name === end) finish(true)
    else if (found) {
      close()
      tag = name
      pieces = [value.trim()]
    } else pieces.push(written.trim())
  })
  finish(end === undefined)
  return { records, stray }
}
