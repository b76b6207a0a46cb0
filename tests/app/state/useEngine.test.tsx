import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openCorpus, showCorpus } from '#app/state/corpus.ts'
import { useEngine } from '#app/state/useEngine.ts'
import type { SearchEngine } from '#core/engine/engine.ts'

const CORPUS = { papers: 1, themes: [], loadedPapers: 1, loadedSegments: 1, segments: 2, missing: [] }

interface Call {
  id: string
  signal: AbortSignal
  answer: (titles: string[]) => Promise<void>
  fail: (message: string) => Promise<void>
}

/** Renders what is related to a paper, with an engine whose calls the test answers. */
function related(initial: string | undefined) {
  const calls: Call[] = []
  const engine = {
    related: ({ id }: { id: string }, signal: AbortSignal) =>
      new Promise((resolve, reject) => {
        calls.push({
          id,
          signal,
          answer: titles => act(async () => resolve(titles)),
          fail: message => act(async () => reject(new Error(message))),
        })
      }),
  } as unknown as SearchEngine
  openCorpus('/', () => ({ engine }))
  showCorpus(CORPUS)
  const { result, rerender } = renderHook(({ id }) => useEngine('related', id === undefined ? id : { id }), {
    initialProps: { id: initial },
  })
  return { calls, result, show: (id: string | undefined) => rerender({ id }) }
}

test('an answer belongs to its arguments; until the next one comes, it is still the latest', async () => {
  const { calls, result, show } = related('a')
  expect(result.current).toEqual({ response: undefined, error: undefined, latest: undefined })
  await calls[0]?.answer(['A'])
  expect(result.current).toEqual({ response: ['A'], error: undefined, latest: ['A'] })
  show('b')
  expect(result.current).toEqual({ response: undefined, error: undefined, latest: ['A'] })
  await calls[1]?.answer(['B'])
  expect(result.current).toMatchObject({ response: ['B'], latest: ['B'] })
})

test('equal arguments are not asked twice, and a call that is not wanted any more is aborted and ignored', async () => {
  const { calls, result, show } = related('a')
  show('a')
  expect(calls.map(({ id }) => id)).toEqual(['a'])
  show('b')
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false])
  await calls[0]?.answer(['A'])
  expect(result.current.latest).toBeUndefined()
})

test('without arguments nothing is asked, and nothing is left of what was', async () => {
  const { calls, result, show } = related('a')
  await calls[0]?.answer(['A'])
  show(undefined)
  expect(result.current).toEqual({ response: undefined, error: undefined, latest: undefined })
  show('b')
  expect(result.current.latest).toBeUndefined()
  expect(calls.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('more papers are a reason to ask again: an answer stays until then, a failure does not', async () => {
  const { calls, result } = related('a')
  await calls[0]?.answer(['A'])
  act(() => showCorpus({ ...CORPUS, loadedSegments: 2 }))
  expect(result.current.response).toEqual(['A'])
  await calls[1]?.fail('no memory')
  expect(result.current).toEqual({ response: undefined, error: 'no memory', latest: undefined })
  act(() => showCorpus({ ...CORPUS, missing: ['2025'] as never[] }))
  expect(result.current.error).toBeUndefined()
  await calls[2]?.answer(['A', 'B'])
  expect(result.current.response).toEqual(['A', 'B'])
})
