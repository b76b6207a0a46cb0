import type { SearchResponse } from '#core/engine/methods/search.ts'
import type { ListLayout } from '#core/site/view.ts'
import type { List } from './useList.ts'

/** An answer, with the view of the list that it answers. */
export interface ListAnswer {
  list: List
  /** The query that was asked, which is more than the address says where the page adds to it. */
  q: string
  response: SearchResponse
  /** Equal for answers to the same request. */
  key: string
  /** Whether somebody was typing when it came. */
  isTyped: boolean
}

/**
 * The phases of an answer on its way to the screen:
 *
 * - `requested`: a newer request is under way, and the former answer stays as it is.
 * - `answered`: the answer goes on the screen in this very update, because somebody waits for it.
 * - `deferred`: letters go first, so React renders the answer when typing leaves it time. Nobody asked for an answer to
 *   the same view from more papers: it waits too.
 * - `firstBatch`: as many papers as fill a window are rendered, and the aside shows the former answer. While somebody
 *   types, it stays like this until typing rests.
 * - `remainingBatches`: the aside is rendered, and more papers with each frame.
 * - `complete`: all papers are rendered.
 */
export type AnswerPhase =
  | 'requested'
  | 'answered'
  | 'deferred'
  | 'firstBatch'
  | 'remainingBatches'
  | 'complete'

export interface AnswerState {
  phase: AnswerPhase
  /** The newest answer, whether it is rendered or not. */
  latest: ListAnswer | undefined
  /** The answer in the list. */
  rendered: ListAnswer | undefined
  /** The answer in the aside of the list. */
  beside: ListAnswer | undefined
  /** How many papers of the list are rendered, which may be more than it has. */
  papers: number
}

/**
 * Each event names the answer that it is about, and none builds on the one before: React runs those of a transition
 * again, after or without others.
 */
export interface AnswerEvent {
  type: 'requested' | 'answered' | 'rendered' | 'rested' | 'nextFrame'
  /** Without an answer, the former one is void: it was to another list, or the request failed. */
  answer?: ListAnswer | undefined
  /** How many papers are rendered from now on. */
  papers?: number
}

/** Number of papers that about fills a window. */
export const INITIAL_BATCH: Record<ListLayout, number> = { compact: 16, cards: 6, full: 4 }
/** Number of papers that are rendered without delaying a key or a tap. */
export const BATCH_PER_FRAME = 8
/** How long typing has to rest before more is rendered than the first batch. */
export const TYPING_REST_MS = 300

const ALL = Number.MAX_VALUE

/** The state of a page that opens: with an answer, all of it is rendered at once. */
export const initialAnswerState = (answer: ListAnswer | undefined): AnswerState => ({
  phase: answer ? 'complete' : 'requested',
  latest: answer,
  rendered: answer,
  beside: answer,
  papers: ALL,
})

export function reduceAnswer(state: AnswerState, event: AnswerEvent): AnswerState {
  const { type, answer } = event
  if (type === 'requested') return { ...state, phase: type }
  if (type === 'answered') {
    const isAwaited = answer && !answer.isTyped && answer.list !== state.rendered?.list
    return { ...state, phase: isAwaited ? type : 'deferred', latest: answer }
  }
  if (!answer) return initialAnswerState(answer)
  // More papers of the same list never make it shorter.
  const first = answer.key === state.rendered?.key ? state.papers : INITIAL_BATCH[answer.list.view.layout]
  const next = { ...state, latest: answer, rendered: answer, papers: event.papers ?? first }
  if (type === 'rendered') return { ...next, phase: 'firstBatch' }
  // The scroll position can be restored only in a complete list.
  if (answer.list.isReturn) next.papers = ALL
  const phase = next.papers < answer.response.hits.length ? 'remainingBatches' : 'complete'
  return { ...next, phase, beside: answer }
}

/**
 * The event that has happened, where the state does not know of it yet.
 *
 * @param answer the newest answer; void while another is `isPending` unless it is of the same list
 */
export function eventOf(
  { phase, latest }: AnswerState,
  answer: ListAnswer | undefined,
  isPending: boolean,
): AnswerEvent | undefined {
  if (answer && isPending)
    return phase === 'requested' || phase === 'deferred' ? undefined : { type: 'requested' }
  if (answer !== latest || (answer && phase === 'requested')) return { type: 'answered', answer }
  return phase === 'answered' ? { type: 'rendered', answer } : undefined
}

/** How long the first batch waits for typing to rest, in milliseconds. */
export const restOf = ({ rendered, beside }: AnswerState): number =>
  rendered?.isTyped && rendered.key !== beside?.key ? TYPING_REST_MS : 0

/** Whether all papers are rendered, and the aside is theirs. */
export const isComplete = ({ rendered, beside, papers }: AnswerState): boolean =>
  rendered?.key === beside?.key && papers >= (rendered?.response.hits.length ?? 0)
