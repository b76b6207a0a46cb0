import type { Problem } from '../text/problem.ts'

/** Largest number of places named for one kind of complaint. */
const PLACES = 10
const OF_THIS_LIST = / \(and \d+ more of this list\)$/

/** `line 12` of `line 12.authors[1]`. */
const recordOf = (where: string): string =>
  /^(?:line \d+|[^.[]*(?:\.[a-z]\w*)*\[[^\]]*\])/i.exec(where)?.[0] ?? where

/** The kind of a complaint, whatever the record. */
const kindOf = ({ where, message, dropped }: Problem): string => {
  const field = where.slice(recordOf(where).length).replace(/\[\d+\]/g, '[]')
  return `${dropped}\n${field}\n${message.replace(OF_THIS_LIST, '')}`
}

/** The complaints about one file: those of one kind are one, with the places of the others. */
export class Complaints {
  readonly #ofKind = new Map<string, Problem>()

  add(problem: Problem): void {
    const kind = kindOf(problem)
    const before = this.#ofKind.get(kind)
    if (before === undefined) {
      this.#ofKind.set(kind, problem)
      return
    }
    const known = new Set([recordOf(before.where), ...(before.also ?? [])])
    for (const place of [recordOf(problem.where), ...(problem.also ?? [])]) {
      if (known.size <= PLACES) known.add(place)
    }
    this.#ofKind.set(kind, {
      ...before,
      message: before.message.replace(OF_THIS_LIST, ''),
      times: (before.times ?? 1) + (problem.times ?? 1),
      also: [...known].slice(1),
    })
  }

  get all(): Problem[] {
    return [...this.#ofKind.values()]
  }
}

/** The problems of a text, each kind once. */
export function gathered(problems: readonly Problem[]): Problem[] {
  const complaints = new Complaints()
  for (const problem of problems) complaints.add(problem)
  return complaints.all
}

/** A complaint as a sentence, with the places of those like it. */
export function complaintText({ message, times = 1, also }: Problem): string {
  if (also === undefined) return message
  const more = also.length < times - 1 ? ' …' : ''
  const places = also.length === 0 ? '' : `: ${also.join(', ')}${more}`
  return `${message} (and ${times - 1} more like it${places})`
}
