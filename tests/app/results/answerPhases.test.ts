import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AnswerPhase,
  type AnswerState,
  BATCH_PER_FRAME,
  eventOf,
  INITIAL_BATCH,
  initialAnswerState,
  isComplete,
  type ListAnswer,
  reduceAnswer,
  restOf,
  TYPING_REST_MS,
} from '#app/results/answerPhases.ts'
import { viewOf } from '#core/site/view.ts'

const HITS = 30

interface Given {
  isTyped?: boolean
  isReturn?: boolean
  layout?: string
  hits?: number
}

const answerTo = (
  q: string,
  { isTyped = false, isReturn = false, layout = 'cards', hits = HITS }: Given = {},
): ListAnswer => ({
  list: {
    entry: q,
    isReturn,
    view: viewOf(`?q=${q}&view=${layout}`),
    hrefOf: () => '',
    go: () => undefined,
  },
  q,
  response: { hits: Array.from({ length: hits }) } as unknown as ListAnswer['response'],
  key: q,
  isTyped,
})

const former = answerTo('former')
const complete = initialAnswerState(former)
const [typed, clicked] = [answerTo('new', { isTyped: true }), answerTo('new')]

/** The state after an answer has come, through all phases until one that waits. */
function withAnswer(state: AnswerState, answer: ListAnswer | undefined): AnswerState {
  const event = eventOf(state, answer, false)
  return event ? withAnswer(reduceAnswer(state, event), answer) : state
}

/** The state after what its phase waits for has happened. */
function next(state: AnswerState): AnswerState {
  const { phase, latest, rendered, papers } = state
  if (phase === 'deferred') return reduceAnswer(state, { type: 'rendered', answer: latest })
  if (!rendered) return state
  if (phase === 'firstBatch') return reduceAnswer(state, { type: 'rested', answer: rendered })
  if (phase === 'remainingBatches')
    return reduceAnswer(state, { type: 'nextFrame', answer: rendered, papers: papers + BATCH_PER_FRAME })
  return state
}

const phasesFrom = (state: AnswerState): AnswerPhase[] => {
  const after = next(state)
  return after === state ? [state.phase] : [state.phase, ...phasesFrom(after)]
}

test('a page that opens with its answer is complete; one that opens without it has requested it', () => {
  expect(complete).toMatchObject({ phase: 'complete', latest: former, rendered: former, beside: former })
  expect(isComplete(complete)).toBe(true)
  expect(initialAnswerState(undefined)).toMatchObject({ phase: 'requested', rendered: undefined })
})

test('while a request is under way, the former answer stays as it is', () => {
  expect(eventOf(complete, former, true)).toEqual({ type: 'requested' })
  const requested = reduceAnswer(complete, { type: 'requested' })
  expect(requested).toEqual({ ...complete, phase: 'requested' })
  expect(eventOf(requested, former, true)).toBeUndefined()
  expect(phasesFrom(requested)).toEqual(['requested'])
})

test('an answer that somebody waits for is rendered in the same update, with its first batch', () => {
  const requested = reduceAnswer(complete, { type: 'requested' })
  const answered = reduceAnswer(requested, { type: 'answered', answer: clicked })
  expect(answered).toMatchObject({ phase: 'answered', latest: clicked, rendered: former })
  expect(eventOf(answered, clicked, false)).toEqual({ type: 'rendered', answer: clicked })
  const first = withAnswer(requested, clicked)
  expect(first).toEqual({
    phase: 'firstBatch',
    latest: clicked,
    rendered: clicked,
    beside: former,
    papers: INITIAL_BATCH.cards,
  })
  expect([restOf(first), isComplete(first)]).toEqual([0, false])
})

test('then comes what stands beside the list, and after it a batch with each frame', () => {
  const rested = next(withAnswer(complete, clicked))
  expect(rested).toMatchObject({ phase: 'remainingBatches', beside: clicked, papers: INITIAL_BATCH.cards })
  const batch = next(rested)
  expect(batch).toMatchObject({ phase: 'remainingBatches', papers: INITIAL_BATCH.cards + BATCH_PER_FRAME })
  expect(phasesFrom(rested)).toEqual([...Array(3).fill('remainingBatches'), 'complete'])
})

test('while somebody types, letters go first, and all but the first batch waits for typing to rest', () => {
  const deferred = withAnswer(complete, typed)
  expect(deferred).toEqual({ ...complete, phase: 'deferred', latest: typed })
  const first = next(deferred)
  expect(first).toMatchObject({ phase: 'firstBatch', rendered: typed, beside: former })
  expect(restOf(first)).toBe(TYPING_REST_MS)
  expect(phasesFrom(first).slice(0, 2)).toEqual(['firstBatch', 'remainingBatches'])
})

test('an answer that is deferred is rendered though another request begins', () => {
  const deferred = withAnswer(complete, typed)
  expect(eventOf(deferred, typed, true)).toBeUndefined()
  const first = next(deferred)
  expect(eventOf(first, typed, true)).toEqual({ type: 'requested' })
})

test('typing that comes back to what stands beside the list need not rest', () => {
  const back = next(withAnswer(next(withAnswer(complete, typed)), { ...former, isTyped: true }))
  expect(back.phase).toBe('firstBatch')
  expect(restOf(back)).toBe(0)
})

test('more papers of the same list wait, and never make it shorter', () => {
  const batch = next(next(withAnswer(complete, clicked)))
  const more = { ...clicked, response: { ...clicked.response } }
  const deferred = withAnswer(batch, more)
  expect(deferred).toMatchObject({ phase: 'deferred', rendered: clicked })
  expect(next(deferred)).toMatchObject({ rendered: more, papers: batch.papers })
  const whole = next(withAnswer(complete, { ...former, response: { ...former.response } }))
  expect([whole.papers >= HITS, isComplete(whole)]).toEqual([true, true])
})

test('another layout of the same papers is rendered at once and in full', () => {
  const compact = { ...answerTo('former', { layout: 'compact' }) }
  const state = withAnswer(complete, compact)
  expect(state).toMatchObject({ phase: 'firstBatch', rendered: compact })
  expect(isComplete(state)).toBe(true)
})

test.each(['compact', 'cards', 'full'] as const)('the first batch of %s fills a window', layout => {
  expect(withAnswer(complete, answerTo('new', { layout })).papers).toBe(INITIAL_BATCH[layout])
})

test('a list that somebody returns to is complete as soon as what stands beside it is', () => {
  expect(phasesFrom(withAnswer(complete, answerTo('new', { isReturn: true })))).toEqual([
    'firstBatch',
    'complete',
  ])
})

test('a list without papers, or with few, has no remaining batches', () => {
  for (const hits of [0, 3])
    expect(phasesFrom(withAnswer(complete, answerTo('new', { hits })))).toEqual(['firstBatch', 'complete'])
})

test('an answer that has become void goes, but not before letters', () => {
  const deferred = withAnswer(complete, undefined)
  expect(deferred).toMatchObject({ phase: 'deferred', rendered: former })
  const gone = next(deferred)
  expect(gone).toEqual(initialAnswerState(undefined))
  expect(eventOf(gone, undefined, true)).toBeUndefined()
  expect(withAnswer(deferred, clicked)).toMatchObject({ phase: 'firstBatch', rendered: clicked })
})

test('a request that is withdrawn leads back to the answer before it', () => {
  const first = withAnswer(complete, clicked)
  const withdrawn = withAnswer(reduceAnswer(first, { type: 'requested' }), clicked)
  expect(phasesFrom(withdrawn)).toEqual([
    'deferred',
    'firstBatch',
    ...Array(3).fill('remainingBatches'),
    'complete',
  ])
})

const steps = fc.array(
  fc.oneof(
    fc.constant('wait' as const),
    fc.constant('request' as const),
    fc.record({
      q: fc.constantFrom('a', 'b', 'c'),
      isTyped: fc.boolean(),
      isReturn: fc.boolean(),
      hits: fc.integer({ min: 0, max: 40 }),
    }),
    fc.constant('void' as const),
  ),
  { maxLength: 20 },
)

test('whatever happens, the newest answer is complete in the end, and no list gets shorter before', () => {
  fc.assert(
    fc.property(steps, steps => {
      let [answer, state] = [answerTo('a') as ListAnswer | undefined, initialAnswerState(undefined)]
      const advance = (after: AnswerState) => {
        if (after.rendered && after.rendered.key === state.rendered?.key)
          expect(after.papers).toBeGreaterThanOrEqual(state.papers)
        state = after
      }
      for (const step of steps) {
        if (step === 'wait') advance(next(state))
        else if (step === 'request') {
          const event = eventOf(state, answer, true)
          if (event) advance(reduceAnswer(state, event))
          continue
        } else answer = step === 'void' ? undefined : answerTo(step.q, step)
        advance(withAnswer(state, answer))
      }
      for (let step = 0; step < 20; step++) advance(next(withAnswer(state, answer)))
      expect(state).toMatchObject({ rendered: answer, beside: answer })
      expect([state.phase, isComplete(state)]).toEqual([answer ? 'complete' : 'requested', true])
    }),
  )
})
