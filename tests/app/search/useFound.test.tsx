import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useDrawn } from '#app/search/useFound.ts'
import type { SearchResponse } from '#core/engine.ts'
import { requestOf } from '#core/request.ts'
import { viewOf } from '#core/view.ts'
import { digestEngine } from '../../fixtures/digest.ts'

const engine = digestEngine()
const listOf = (q: string) => ({ entry: q, view: viewOf(`?q=${q}`), hrefOf: () => '', go: () => undefined })
const answerOf = (q: string): Promise<SearchResponse> => engine.search(requestOf(listOf(q).view))

interface Props {
  q: string
  response: SearchResponse
}

/** What is drawn of one answer, and then of another. */
async function drawn() {
  const [first, second] = [
    { q: 'model', response: await answerOf('model') },
    { q: 'token', response: await answerOf('token') },
  ]
  const lists = { model: listOf('model'), token: listOf('token') }
  const hook = renderHook(
    ({ q, response }: Props) =>
      useDrawn(lists[q as keyof typeof lists], q, {
        response,
        pending: false,
        error: undefined,
      }),
    { initialProps: first },
  )
  return { hook, second }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  document.body.innerHTML = '<input id="search">'
})
afterEach(() => {
  vi.useRealTimers()
})

test('while somebody types, the rest of a list waits until typing rests', async () => {
  const { hook, second } = await drawn()
  document.getElementById('search')?.focus()
  expect(hook.result.current.isWhole).toBe(true)
  act(() => hook.rerender(second))
  expect(hook.result.current).toMatchObject({ found: { q: 'token' }, beside: { q: 'model' }, isWhole: false })
  act(() => void vi.advanceTimersByTime(290))
  expect(hook.result.current.isWhole).toBe(false)
  act(() => void vi.advanceTimersByTime(20))
  expect(hook.result.current).toMatchObject({ beside: { q: 'token' }, isWhole: true })
})

test('whoever clicks waits for nothing', async () => {
  const { hook, second } = await drawn()
  act(() => hook.rerender(second))
  expect(hook.result.current).toMatchObject({ found: { q: 'token' }, beside: { q: 'token' }, isWhole: true })
})
