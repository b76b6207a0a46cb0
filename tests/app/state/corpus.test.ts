import { expect, test, vi } from 'vitest'
import { SearchWorker } from '#app/io/engine.ts'
import { openCorpus, useCorpus } from '#app/state/corpus.ts'
import type { CorpusState } from '#core/engine/corpusState.ts'

/** A worker that says what the test has it say. */
class Puppet {
  static last: Puppet
  onmessage: (event: { data: unknown }) => void = () => {}
  constructor() {
    Puppet.last = this
  }
  postMessage() {}
  say(loadedSegments: number, missing: string[] = []): void {
    const corpus: CorpusState = {
      papers: 1,
      themes: [],
      loadedPapers: 1,
      loadedSegments,
      segments: 23,
      missing,
    }
    this.onmessage({ data: { type: 'corpus', corpus } })
  }
}

test('a corpus that comes in many parts is shown in few steps: the first at once, the last at once', () => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', Puppet)
  openCorpus('/', (corpus, listener) => new SearchWorker(corpus, listener)).start()
  const shown: number[] = []
  useCorpus.subscribe(store => store.status === 'ready' && shown.push(store.corpus.loadedSegments))
  for (let loaded = 0; loaded <= 22; loaded++) {
    Puppet.last.say(loaded)
    vi.advanceTimersByTime(50)
  }
  Puppet.last.say(22, ['2024-02'])
  vi.advanceTimersByTime(1_000)
  expect(shown).toEqual([0, 1, 7, 13, 19, 22])
})
