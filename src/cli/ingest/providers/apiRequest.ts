/**
 * What a text is that came as an answer: what was asked for, or why it cannot be that. `refusal` is what the site says is
 * wrong with the question.
 */
export type Look = { ok: true; entries: number } | { ok: false; why: string; refusal?: string | undefined }

/** Something that is asked of a site. */
export interface Question {
  address: string
  /** The name of the file that keeps the answer. */
  file: string
  look(text: string): Look
  /** Whether an answer that came at this time, in ms, with so many entries is taken as it is; if not, it is asked for again. */
  isFinal(cameAt: number, entries: number): boolean
  /** What a person should know about an answer with so many entries. */
  notice(entries: number): string | undefined
  /**
   * Told that the site refuses the question itself, and what it says of it, empty where it says nothing. True where the
   * asker sees to it: then the site has not failed, and nothing is reported.
   */
  onRefusal?(refusal: string): boolean
}

/** Questions one by one: each is given the text that answers the one before, nothing where there was none. */
export type Questions = Generator<Question, void, string | undefined>

export interface Clock {
  /** In ms. */
  now(): number
  sleep(ms: number): Promise<void>
}

export const DAY_MS = 86_400_000

/** The calendar day of a moment, by UTC. */
export const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The address of a page of a site whose own address may end in a folder. */
export function addressOf(base: string, path: string, parameters: Record<string, string>): string {
  const address = new URL(`${base.replace(/\/+$/, '')}${path}`)
  address.search = new URLSearchParams(parameters).toString()
  return address.href
}
