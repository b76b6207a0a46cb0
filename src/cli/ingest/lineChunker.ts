import { Complaints } from '#core/sources/complaints.ts'
import { jsonLines } from '#core/sources/jsonLines.ts'
import { SIZE_LIMIT } from '#core/sources/sniff.ts'
import { rejected, type SourceContext, type SourceReading, type SourceRecord } from '#core/sources/source.ts'

/** Parser of JSON Lines chunk by chunk, so that files may have any length. */
export class LineChunker {
  readonly #context: SourceContext
  readonly #records: SourceRecord[] = []
  readonly #complaints = new Complaints()
  #line = 1
  /** Whether the rest of an overlong line is to be skipped. */
  #skips = false

  constructor(context: SourceContext) {
    this.#context = context
  }

  get records(): number {
    return this.#records.length
  }

  /** Parses the complete lines of a text, and returns the rest. */
  push(text: string): string {
    const lines = this.#afterLongLine(text)
    const end = lines.lastIndexOf('\n') + 1
    this.#read(lines.slice(0, end))
    const rest = lines.slice(end)
    if (rest.length <= SIZE_LIMIT) return rest
    this.#add(rejected(`line left out: longer than ${SIZE_LIMIT / 1e6} MB`, `line ${this.#line}`))
    this.#skips = true
    return ''
  }

  /** @param reason why the file ended too early */
  finish(rest: string, reason?: string): SourceReading {
    if (reason === undefined) this.#read(this.#afterLongLine(rest))
    else this.#add(rejected(`nothing from here on was read: the file ${reason}`, `line ${this.#line}`))
    return { records: this.#records, problems: this.#complaints.all }
  }

  /** A text without the rest of an overlong line. Its line feed stays, and is counted. */
  #afterLongLine(text: string): string {
    if (!this.#skips) return text
    const end = text.indexOf('\n')
    if (end === -1) return ''
    this.#skips = false
    return text.slice(end)
  }

  #read(lines: string): void {
    this.#add(jsonLines.read(lines, { ...this.#context, firstLine: this.#line }))
    for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) this.#line++
  }

  #add({ records, problems }: SourceReading): void {
    for (const record of records) this.#records.push(record)
    for (const problem of problems) this.#complaints.add(problem)
  }
}
