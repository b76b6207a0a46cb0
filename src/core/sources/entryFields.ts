import * as z from 'zod/mini'
import { issueText, pathText } from '../text/issues.ts'
import type { Problem } from '../text/problem.ts'
import { NotLiteral } from './pythonScalar.ts'

type Path = readonly string[]

/** Own properties only: what an entry inherits, it does not say. */
const valueAt = (entry: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    entry,
  )

interface LeftOut {
  path: readonly PropertyKey[]
  message: string
  /** How many items of one list it is about. */
  times: number
}

/** Takes the fields out of one entry, one by one: what is not as it should be is left out, and kept to be reported. */
export class EntryFields {
  readonly leftOut: LeftOut[] = []
  readonly #entry: unknown
  readonly #where: string

  /** @param where the entry's place in the file, such as `[3]` */
  constructor(entry: unknown, where: string) {
    this.#entry = entry
    this.#where = where
  }

  place(path: readonly PropertyKey[]): string {
    return this.#where + pathText(path)
  }

  get problems(): Problem[] {
    return this.leftOut.map(({ path, message, times }) => {
      const problem = { where: this.place(path), message: `left out: ${message}`, dropped: true }
      return times === 1
        ? problem
        : { ...problem, message: `${problem.message} (and ${times - 1} more of this list)`, times }
    })
  }

  leaveOut(path: readonly PropertyKey[], message: string, times = 1): void {
    this.leftOut.push({ path, message, times })
  }

  /** The value of a field, of any type; nothing where it is missing or `null`. */
  value(path: Path): unknown {
    return valueAt(this.#entry, path) ?? undefined
  }

  /** A missing field and `null`, which is Python's `None`, are no flaw. */
  take<T>(path: Path, schema: z.ZodMiniType<T>): T | undefined {
    const value = valueAt(this.#entry, path)
    if (value === undefined || value === null) return undefined
    const checked = check(value, schema)
    if ('value' in checked) return checked.value
    this.leaveOut([...path, ...checked.path], checked.message)
    return undefined
  }

  /** Valid items of a list, and the number of all items. Invalid ones are reported at once. */
  takeEach<T>(path: Path, schema: z.ZodMiniType<T>): { items: T[]; count: number } {
    const list = this.take(path, z.array(z.unknown())) ?? []
    const checked = list.map(item => check(item, schema))
    const items = checked.flatMap(result => ('value' in result ? [result.value] : []))
    const first = checked.findIndex(result => !('value' in result))
    const flaw = checked[first]
    if (flaw && !('value' in flaw)) {
      this.leaveOut([...path, first, ...flaw.path], flaw.message, list.length - items.length)
    }
    return { items, count: list.length }
  }
}

function check<T>(
  value: unknown,
  schema: z.ZodMiniType<T>,
): { value: T } | { path: readonly PropertyKey[]; message: string } {
  if (value instanceof NotLiteral) return { path: [], message: `${value.text} is no literal` }
  const parsed = z.safeParse(schema, value, { reportInput: true })
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return issue ? { path: issue.path, message: issueText(issue) } : { path: [], message: 'not as expected' }
}
