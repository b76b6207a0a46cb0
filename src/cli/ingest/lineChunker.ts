import { Complaints } from '#core/sources/complaints.ts'
import { jsonLines } from '#core/sources/json-lines.ts'
import { SIZE_LIMIT } from '#core/sources/sniff.ts'
import { type Reading, refused, type SourceContext, type SourceRecord } from '#core/sources/source.ts'

/** Reads JSON Lines piece by piece, so that their files may be of any length. */
export class Pieces {
  readonly #context: SourceContext
  readonly #records: SourceRecord[] = []
  readonly #complaints = new Complaints()
  #line = 1
  /** Whether the end of a line that is too long is still to come. */
  #skips = false

  constructor(context: SourceContext) {
    this.#context = context
  }

  get records(): number {
    return this.#records.length
  }

  /** Reads the whole lines of a text; gives back what stands behind them. */
  take(text: string): string {
    const wanted = this.#behindLongLine(text)
    const end = wanted.lastIndexOf('\n') + 1
    this.#read(wanted.slice(0, end))
    const rest = wanted.slice(end)
    if (rest.length <= SIZE_LIMIT) return rest
    this.#add(refused(`line left out: longer than ${SIZE_LIMIT / 1e6} MB`, `line ${this.#line}`))
    this.#skips = true
    return ''
  }

  /** @param why the reason where the file ended too early */
  finish(rest: string, why?: string): Reading {
    if (why === undefined) this.#read(this.#behindLongLine(rest))
    else this.#add(refused(`nothing from here on was read: the file ${why}`, `line ${this.#line}`))
    return { records: this.#records, problems: this.#complaints.all }
  }

  /** What is left of a text without the end of a line that is too long. Its line feed stays, and is counted. */
  #behindLongLine(text: string): string {
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

  #add({ records, problems }: Reading): void {
    for (const record of records) this.#records.push(record)
    for (const problem of problems) this.#complaints.add(problem)
  }
}
