import { act, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { openCorpus, retryLoading, showCorpus } from '#app/state/corpus.ts'
import { useResults } from '#app/state/results.ts'
import { useEngine } from '#app/state/useEngine.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { resetStores } from '../stores.ts'

/** Questions in the order in which they are typed, and after which of them an answer comes. */
const typing = fc.array(fc.record({ q: fc.constantFrom('a', 'b', 'c', 'd'), isAnswered: fc.boolean() }), {
  minLength: 2,
  maxLength: 8,
})

const scheduler = () => fc.scheduler({ act: run => act(run) })

/** An engine that answers whenever the scheduler says so, what was given up too. Every question has an answer of its own. */
function engineOf(s: fc.Scheduler): SearchEngine {
  const search = ({ q }: { q: string }) => s.schedule(Promise.resolve({ hits: [], total: q }), q)
  return { search } as unknown as SearchEngine
}

function begin(engine: SearchEngine): void {
  resetStores()
  openCorpus('/', () => ({ engine }))
  showCorpus({ papers: 1, themes: [], loadedPapers: 1, loadedSegments: 1, segments: 1, missing: [] })
}

interface Shown {
  /** The question whose answer is shown. */
  of: string | undefined
  pending: boolean
}

const HOOKS: Record<string, (q: string) => Shown> = {
  'the list of papers': q => {
    const { response, pending } = useResults({ q, page: 1, pageSize: 50 }, 'list')
    return { of: response?.total as unknown as string | undefined, pending }
  },
  'any other answer': q => {
    const { response } = useEngine('search', { q, page: 1, pageSize: 50 })
    return { of: (response as SearchResponse | undefined)?.total as unknown as string, pending: !response }
  },
}

test.each(Object.entries(HOOKS))(
  'in whatever order answers come, %s is that to the newest question [row 72]',
  async (_, useShown) => {
    await fc.assert(
      fc.asyncProperty(scheduler(), typing, async (s, typed) => {
        begin(engineOf(s))
        const shown: { q: string; shown: Shown }[] = []
        const { rerender, unmount } = renderHook(
          ({ q }) => {
            shown.push({ q, shown: useShown(q) })
          },
          { initialProps: { q: typed[0]?.q ?? '' } },
        )
        for (const { q, isAnswered } of typed) {
          rerender({ q })
          if (isAnswered && s.count() > 0) await s.waitOne()
        }
        await s.waitIdle()
        const last = shown.at(-1)
        expect(last?.shown).toEqual({ of: last?.q, pending: false })
        // What is shown as the answer to a question never is that to another.
        for (const { q, shown: now } of shown) if (!now.pending) expect(now.of).toBe(q)
        unmount()
      }),
      { numRuns: 200 },
    )
  },
)

test('papers of an earlier visit may be asked to make room, and what was asked of them is asked again then [row 63]', async () => {
  const search = vi.fn(async () => ({ hits: [] }) as unknown as SearchResponse)
  const retry = vi.fn()
  openCorpus('/', () => ({ engine: { search } as unknown as SearchEngine, retry }))
  const corpus = { papers: 1, themes: [], loadedPapers: 1, loadedSegments: 1, segments: 1, missing: [] }
  showCorpus({ ...corpus, kept: 'unreachable' })
  renderHook(() => useEngine('search', { q: '', page: 1, pageSize: 50 }))
  await act(async () => retryLoading())
  expect(retry).toHaveBeenCalledOnce()
  expect(search).toHaveBeenCalledOnce()
  await act(async () => showCorpus(corpus))
  expect(search).toHaveBeenCalledTimes(2)
  retryLoading()
  expect(retry).toHaveBeenCalledOnce()
})
