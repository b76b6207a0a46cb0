import type { CorpusState } from '#core/engine/corpusState.ts'
import { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import type { CorpusPaper, Manifest, SegmentEntry } from '#core/papers/manifest.ts'
import { newestKey } from '#core/papers/newestKey.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { type CorpusChoice, isSame } from './chooseCorpus.ts'
import { inOrder } from './inOrder.ts'
import type { Loader } from './loader.ts'

const CONCURRENT_FILES = 4

/** The newest segments, which are first, until they have `maxPapers` papers. */
function firstSegments(segments: readonly SegmentEntry[], maxPapers: number): SegmentEntry[] {
  let papers = 0
  return segments.filter(({ count }) => {
    const isWanted = papers < maxPapers
    papers += count
    return isWanted
  })
}

/** The corpus of one manifest, never mixed with that of another, as far as it is loaded. */
export class CorpusBuild {
  readonly corpus: LoadedCorpus
  readonly manifest: Manifest
  readonly #loader: Loader
  readonly #maxPapers: number | undefined
  readonly #segments: readonly SegmentEntry[]
  readonly #loaded = new Set<string>()
  #lexicon: Promise<void> | undefined
  #state: CorpusState

  /** @param maxPapers only this many papers are loaded, the newest */
  constructor({ manifest, kept }: CorpusChoice, loader: Loader, maxPapers?: number) {
    this.manifest = manifest
    this.#loader = loader
    const { papers, newestDigest, themes } = manifest
    this.#maxPapers = maxPapers !== undefined && papers > maxPapers ? maxPapers : undefined
    this.#segments =
      this.#maxPapers === undefined ? manifest.segments : firstSegments(manifest.segments, this.#maxPapers)
    this.corpus = new LoadedCorpus(
      { ...manifest, segments: this.#segments },
      { now: () => performance.now() },
    )
    this.#state = {
      papers,
      ...(newestDigest === undefined ? {} : { newestDigest }),
      themes,
      loadedPapers: 0,
      loadedSegments: 0,
      segments: this.#segments.length,
      missing: [],
      ...(this.#maxPapers === undefined ? {} : { newest: this.#maxPapers }),
      ...(kept && { kept }),
    }
  }

  get state(): CorpusState {
    return this.#state
  }

  get isEmpty(): boolean {
    return this.#loaded.size === 0 && this.#segments.length > 0
  }

  get isComplete(): boolean {
    return this.#loaded.size === this.#segments.length && this.#state.lexiconReason === undefined
  }

  isOf(manifest: Manifest): boolean {
    return isSame(manifest, this.manifest)
  }

  /** Length of all segments that are not loaded. */
  get bytesToLoad(): number {
    const isIndexed = this.#maxPapers === undefined
    return this.#toLoad.reduce(
      (sum, { papers, index }) => sum + papers.bytes + (isIndexed ? index.bytes : 0),
      0,
    )
  }

  get #toLoad(): SegmentEntry[] {
    return this.#segments.filter(({ period }) => !this.#loaded.has(period))
  }

  /**
   * Notes that what failed to load is being loaded again.
   *
   * @param kept why these are still the papers of an earlier visit, if they are
   */
  expectMissing(kept: CorpusState['kept']): void {
    const { reason, lexiconReason, kept: _, ...state } = this.#state
    this.#state = { ...state, missing: [], ...(kept && { kept }) }
    this.corpus.expectMissing()
    if (lexiconReason !== undefined) this.#lexicon = undefined
  }

  /** Loads the missing segments, the newest first. Yields for each why it failed, or undefined. */
  async *load(): AsyncGenerator<unknown> {
    const segments = this.#toLoad
    for await (const { item, result } of inOrder(segments, CONCURRENT_FILES, item => this.#fetch(item))) {
      let fault: unknown
      try {
        if (result.status === 'rejected') throw result.reason
        this.#take(item, result.value)
      } catch (error) {
        fault = error
        this.corpus.skipSegment(item.period)
        const missing = [...this.#state.missing, item.period]
        this.#state = { reason: errorMessage(error), ...this.#state, missing }
      }
      // The first answer does not wait for the lexicon, the last does.
      const isFirst = this.#lexicon === undefined
      this.#lexicon ??= this.#takeLexicon()
      if (!isFirst || segments.length === 1) await this.#lexicon
      yield fault
    }
    this.#lexicon ??= this.#takeLexicon()
    await this.#lexicon
    this.corpus.buildTables()
  }

  async #fetch(segment: SegmentEntry): Promise<{ papers: CorpusPaper[]; index?: ArrayBuffer }> {
    // The index covers all papers of the segment.
    return this.#maxPapers === undefined
      ? this.#loader.segment(segment)
      : { papers: await this.#loader.papers(segment) }
  }

  #take({ period }: SegmentEntry, { papers, index }: { papers: CorpusPaper[]; index?: ArrayBuffer }): void {
    const { loadedPapers, loadedSegments } = this.#state
    const taken =
      this.#maxPapers === undefined
        ? papers
        : papers.toSorted((a, b) => newestKey(b) - newestKey(a)).slice(0, this.#maxPapers - loadedPapers)
    this.corpus.addSegment(taken, index)
    this.#loaded.add(period)
    this.#state = {
      ...this.#state,
      loadedPapers: loadedPapers + taken.length,
      loadedSegments: loadedSegments + 1,
    }
  }

  /** Without the lexicon, typing errors are not corrected; all else works. */
  async #takeLexicon(): Promise<void> {
    try {
      this.corpus.takeLexicon(await this.#loader.lexicon(this.manifest.lexicon))
    } catch (error) {
      this.#state = { ...this.#state, lexiconReason: errorMessage(error) }
    }
  }
}
