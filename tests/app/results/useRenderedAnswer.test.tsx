import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { useRenderedAnswer } from '#app/results/useRenderedAnswer.ts'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { requestOf } from '#core/engine/request.ts'
import { viewOf } from '#core/site/view.ts'
import { digestEngine } from '../../fixtures/digest.ts'

const engine = digestEngine()
const listOf = (q: string, isReturn = false) => ({
  entry: q,
  isReturn,
  view: viewOf(`?q=${q}`),
  hrefOf: () => '',
  go: () => undefined,
})
const answerOf = (q: string): Promise<SearchResponse> => engine.search(requestOf(listOf(q).view))

interface Props {
  q: string
  response: SearchResponse
}

/** Renders one answer, ready to render another. */
async function drawn({ isReturn = false } = {}) {
  const [first, second] = [
    { q: 'model', response: await answerOf('model') },
    { q: 'token', response: await answerOf('token') },
  ]
  const lists = { model: listOf('model'), token: listOf('token', isReturn) }
  const hook = renderHook(
    ({ q, response }: Props) =>
      useRenderedAnswer(lists[q as keyof typeof lists], q, {
        response,
        pending: false,
        error: undefined,
      }),
    { initialProps: first },
  )
  return { hook, second }
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  })
  document.body.innerHTML = '<input id="search">'
})

/** Lets frames be painted. */
const paint = (frames: number) => {
  for (let at = 0; at < frames; at++) act(() => vi.advanceTimersToNextFrame())
}

test('while somebody types, the rest of a list waits until typing rests', async () => {
  const { hook, second } = await drawn()
  document.getElementById('search')?.focus()
  expect(hook.result.current.isFinal).toBe(true)
  act(() => hook.rerender(second))
  const waiting = { rendered: { q: 'token' }, papers: 6, beside: { q: 'model' }, isFinal: false }
  expect(hook.result.current).toMatchObject(waiting)
  act(() => void vi.advanceTimersByTime(250))
  expect(hook.result.current).toMatchObject(waiting)
  act(() => void vi.advanceTimersByTime(50))
  expect(hook.result.current.beside).toMatchObject({ q: 'token' })
  paint(5)
  expect(hook.result.current.isFinal).toBe(true)
})

test('the rest of a list comes a few papers a frame, and a click waits for nothing', async () => {
  const { hook, second } = await drawn()
  expect(second.response.hits.length).toBeGreaterThan(14)
  expect(hook.result.current.papers).toBeGreaterThan(1_000)
  act(() => hook.rerender(second))
  expect(hook.result.current).toMatchObject({
    rendered: { q: 'token' },
    papers: 6,
    beside: { q: 'token' },
    isFinal: false,
  })
  paint(1)
  expect(hook.result.current).toMatchObject({ papers: 14, isFinal: false })
  paint(4)
  expect(hook.result.current.isFinal).toBe(true)
})

test('a list that is answered again does not get shorter', async () => {
  const { hook, second } = await drawn()
  act(() => hook.rerender(second))
  paint(5)
  const { papers } = hook.result.current
  act(() => hook.rerender({ ...second, response: { ...second.response } }))
  expect(hook.result.current).toMatchObject({ papers, isFinal: true })
})

test('a list that somebody returns to is complete at once', async () => {
  const { hook, second } = await drawn({ isReturn: true })
  act(() => hook.rerender(second))
  expect(hook.result.current).toMatchObject({ rendered: { q: 'token' }, isFinal: true })
})
