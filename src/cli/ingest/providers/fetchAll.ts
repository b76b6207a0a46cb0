import { refused } from '#core/sources/source.ts'
import { type ReadFile, readText } from '../readFiles.ts'
import type { Answer, Site } from './apiClient.ts'
import type { Clock, Question, Questions } from './apiRequest.ts'
import type { RawAnswers } from './responseStore.ts'

/** After so many failures in a row a site is left in peace. */
const PATIENCE = 5

export interface GatherOptions {
  site: Site
  kept: RawAnswers
  clock: Clock
  /** Ask again for what is there, too. */
  refetch: boolean
  /** False: no answer is kept. */
  keeps: boolean
  onAnswer(file: string): void
}

export interface Gathered {
  /** The answers, and where there was none the address and why. */
  files: ReadFile[]
  answered: number
}

/** Puts all questions, in their order. An answer that is there and final is not asked for again. */
export async function gather(questions: Questions, options: GatherOptions): Promise<Gathered> {
  const { site, kept, clock, keeps } = options
  const files: ReadFile[] = []
  let answered = 0
  let failures = 0
  let givenUp: string | undefined

  async function ask(question: Question, before: number): Promise<Answer> {
    if (givenUp !== undefined) return { ok: false, why: givenUp, unreachable: true }
    const answer = await site.ask(question)
    if (answer.ok && answer.entries === 0 && before > 0) {
      return { ok: false, why: `holds no papers now, though it held ${before} before`, unreachable: false }
    }
    return answer
  }

  async function answerTo(question: Question): Promise<string | undefined> {
    const old = await kept.find(question.file)
    const look = old && question.look(old.text)
    const before = old && look?.ok ? { text: old.text, entries: look.entries } : undefined
    if (old && before && !options.refetch && question.isFinal(old.cameAt, before.entries))
      return take(question, before)
    const answer = await ask(question, before?.entries ?? 0)
    if (answer.ok) {
      failures = 0
      if (keeps) kept.keep(question.file, answer.bytes, clock.now())
      return take(question, answer)
    }
    if (answer.refusal !== undefined && question.onRefusal?.(answer.refusal))
      return before && take(question, before)
    failures++
    if (answer.unreachable) givenUp ??= 'not asked for, as the site cannot be reached'
    else if (failures === PATIENCE) givenUp = `not asked for, after ${PATIENCE} failures one after another`
    const why = before ? `${answer.why}; the answer from before is used` : answer.why
    files.push({ path: question.address, name: question.file, reading: refused(why) })
    return before && take(question, before)
  }

  function take(question: Question, { text, entries }: { text: string; entries: number }): string {
    const file = readText(kept.pathOf(question.file), text)
    const notice = question.notice(entries)
    if (notice !== undefined) file.reading.problems.unshift({ where: '', why: notice, lost: false })
    files.push(file)
    answered++
    return text
  }

  let next = questions.next()
  while (!next.done) {
    options.onAnswer(next.value.file)
    next = questions.next(await answerTo(next.value))
  }
  return { files, answered }
}
