import type { CorpusState } from '#core/engine/corpusState.ts'
import { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import type { CorpusPaper, Manifest, SegmentEntry } from '#core/papers/manifest.ts'
import { newestKey } from '#core/papers/newestKey.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { type Current, isSame } from './chooseCorpus.ts'
import { inOrder } from './inOrder.ts'
import type { Loader } from './loader.ts'

const FILES_AT_ONCE = 4

/** The first segments, which are the newest, until they have so many papers. */
function firstSegments(segments: readonly SegmentEntry[], most: number): SegmentEntry[] {
  let papers = 0
  return segments.filter(({ count }) => {
    const isWanted = papers < most
    papers += count
    return isWanted
  })
}

/** The corpus of one manifest, never mixed with that of another: as much of it as has come. */
export class Collection {
  readonly corpus: LoadedCorpus
  readonly manifest: Manifest
  readonly #loader: Loader
  readonly #most: number | undefined
  readonly #segments: readonly SegmentEntry[]
  readonly #loaded = new Set<string>()
  #lexicon: Promise<void> | undefined
  #state: CorpusState

  /** @param most only so many papers are taken, the newest */
  constructor({ manifest, kept }: Current, loader: Loader, most?: number) {
    this.manifest = manifest
    this.#loader = loader
    const { papers, newestDigest, themes } = manifest
    this.#most = most !== undefined && papers > most ? most : undefined
    this.#segments =
      this.#most === undefined ? manifest.segments : firstSegments(manifest.segments, this.#most)
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
      ...(this.#most === undefined ? {} : { newest: this.#most }),
      ...(kept && { kept }),
    }
  }

  get state(): CorpusState {
    return this.#state
  }

  get isEmpty(): boolean {
    return this.#loaded.size === 0 && this.#segments.length > 0
  }

  get isWhole(): boolean {
    return this.#loaded.size === this.#segments.length && this.#state.lexiconReason === undefined
  }

  isOf(manifest: Manifest): boolean {
    return isSame(manifest, this.manifest)
  }

  /** How long all segments are that have not come. */
  get bytesToCome(): number {
    const isIndexed = this.#most === undefined
    return this.#toCome.reduce(
      (sum, { papers, index }) => sum + papers.bytes + (isIndexed ? index.bytes : 0),
      0,
    )
  }

  get #toCome(): SegmentEntry[] {
    return this.#segments.filter(({ period }) => !this.#loaded.has(period))
  }

  /**
   * Takes note that what could not be had may come after all.
   *
   * @param kept why these are the papers of an earlier visit still, if they are
   */
  expectMissing(kept: CorpusState['kept']): void {
    const { reason, lexiconReason, kept: _, ...state } = this.#state
    this.#state = { ...state, missing: [], ...(kept && { kept }) }
    this.corpus.expectMissing()
    if (lexiconReason !== undefined) this.#lexicon = undefined
  }

  /** Loads the segments that have not come, the newest first. Gives what was wrong with each, if anything was. */
  async *load(): AsyncGenerator<unknown> {
    const segments = this.#toCome
    for await (const { item, result } of inOrder(segments, FILES_AT_ONCE, item => this.#fetch(item))) {
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
    // The index is of all papers of the segment, not of some.
    return this.#most === undefined
      ? this.#loader.segment(segment)
      : { papers: await this.#loader.papers(segment) }
  }

  #take({ period }: SegmentEntry, { papers, index }: { papers: CorpusPaper[]; index?: ArrayBuffer }): void {
    const { loadedPapers, loadedSegments } = this.#state
    const taken =
      this.#most === undefined
        ? papers
        : papers.toSorted((a, b) => newestKey(b) - newestKey(a)).slice(0, this.#most - loadedPapers)
    this.corpus.addSegment(taken, index)
    this.#loaded.add(period)
    this.#state = {
      ...this.#state,
      loadedPapers: loadedPapers + taken.length,
      loadedSegments: loadedSegments + 1,
    }
  }

  /** Without the lexicon nothing is guessed, and all else works. */
  async #takeLexicon(): Promise<void> {
    try {
      this.corpus.takeLexicon(await this.#loader.lexicon(this.manifest.lexicon))
    } catch (error) {
      this.#state = { ...this.#state, lexiconReason: errorMessage(error) }
    }
  }
}
