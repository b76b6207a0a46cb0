import type { CorpusState, LoadProgress } from '#core/engine/corpusState.ts'
import type { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { type CorpusChoice, chooseCorpus } from './chooseCorpus.ts'
import { CorpusBuild } from './corpusBuild.ts'
import { cacheManifest } from './corpusCache.ts'
import { mayBeOfOtherBuild } from './fault.ts'
import { Loader, type LoaderLimits } from './loader.ts'

/** A smaller corpus loads in a moment. */
const SMALL_BYTES = 500_000
/** How long its first papers wait for the others: an answer from a part would change while it is read. */
export const FIRST_PAPERS_DELAY_MS = 500

/** Progress is reported at most this often. */
const PROGRESS_MS = 500

/** Called while a corpus is being opened. */
export interface OpeningListener {
  /** The state of the corpus has changed. */
  onCorpus: (state: CorpusState) => void
  /** More has been loaded, where it takes longer than a moment. */
  onProgress: (progress: LoadProgress) => void
  /** Calls can be answered: the first papers are loaded, or there are none. Replaces a corpus reported before. */
  onReady: (corpus: LoadedCorpus) => void
}

interface OpenerOptions {
  /** Only this many papers are loaded, the newest. */
  maxPapers?: number | undefined
  limits?: Partial<LoaderLimits>
}

/** Opens a corpus, and loads later what failed to load at first. */
export class CorpusOpener {
  readonly #corpus: URL
  readonly #listener: OpeningListener
  readonly #maxPapers: number | undefined
  readonly #loader: Loader
  /** The corpus that calls are answered from; absent while nothing is loaded. */
  #current: CorpusBuild | undefined
  #progress: LoadProgress = { bytes: 0, ofBytes: 0 }
  #reportedAt = 0
  #reportedState: CorpusState | undefined

  constructor(corpus: URL, listener: OpeningListener, { maxPapers, limits = {} }: OpenerOptions = {}) {
    this.#corpus = corpus
    this.#listener = listener
    this.#maxPapers = maxPapers
    this.#loader = new Loader(corpus, bytes => this.#count(bytes), limits)
  }

  /**
   * Loads the corpus, the newest papers first. A period that fails to load is left out and named in the state; if all
   * fail, that is an error.
   */
  async open(): Promise<void> {
    await this.#load(this.#collect(await this.#choose()))
  }

  /**
   * Loads what failed to load. Papers of an earlier visit are replaced by those of the site once these are all loaded.
   */
  async retry(): Promise<void> {
    const current = this.#current
    if (!current) return this.open()
    let { kept } = current.state
    if (kept) {
      const chosen = await this.#choose().catch(() => undefined)
      if (chosen && !current.isOf(chosen.manifest)) {
        const other = await this.#beside(chosen)
        if (other.isComplete) return this.#use(other)
        kept = 'incomplete'
      } else if (chosen) kept = chosen.kept
    } else if (current.isComplete) return
    current.expectMissing(kept)
    await this.#load(current)
  }

  #choose = (): Promise<CorpusChoice> =>
    chooseCorpus(this.#corpus, {
      manifest: (isPatient, cache) => this.#loader.manifest(isPatient, cache),
      file: entry => this.#loader.cache(entry),
    })

  #collect = (chosen: CorpusChoice): CorpusBuild => new CorpusBuild(chosen, this.#loader, this.#maxPapers)

  async #load(build: CorpusBuild): Promise<void> {
    const { bytesToLoad } = build
    this.#begin(bytesToLoad)
    this.#report(build)
    const delay = bytesToLoad < SMALL_BYTES ? FIRST_PAPERS_DELAY_MS : 0
    let isCompared = false
    let other: CorpusBuild | undefined
    let fault: unknown
    for await (const wrong of build.load()) {
      fault ??= wrong
      // Papers of an earlier visit are opened only after the site was asked for its own.
      if (mayBeOfOtherBuild(wrong) && !isCompared && !build.state.kept) {
        isCompared = true
        other = await this.#otherThan(build)
        if (other?.isComplete) return this.#use(other)
      }
      this.#report(build)
      if (build.isEmpty) continue
      this.#current = build
      setTimeout(() => {
        if (this.#current === build) this.#listener.onReady(build.corpus)
      }, delay)
    }
    if (!build.isEmpty) await this.#use(build)
    // Of two incomplete builds the first one is used, unless nothing of it is loaded.
    else if (other && !other.isEmpty) await this.#use(other)
    else throw fault
  }

  async #use(build: CorpusBuild): Promise<void> {
    this.#current = build
    this.#listener.onReady(build.corpus)
    this.#report(build)
    const { isComplete, manifest, state } = build
    if (isComplete && !state.kept) await cacheManifest(this.#corpus, manifest)
  }

  #report({ state }: CorpusBuild): void {
    if (state !== this.#reportedState) this.#listener.onCorpus(state)
    this.#reportedState = state
  }

  /**
   * Missing or damaged files may belong to another build: the manifest is outdated, or the site is just being replaced.
   * Loads the build that the site's manifest names now, if it is another one.
   */
  async #otherThan(build: CorpusBuild): Promise<CorpusBuild | undefined> {
    const manifest = await this.#loader.manifest(true, 'reload').catch(() => undefined)
    return !manifest || build.isOf(manifest) ? undefined : this.#beside({ manifest })
  }

  /** Loads another build while calls are answered from the current one. */
  async #beside(chosen: CorpusChoice): Promise<CorpusBuild> {
    const other = this.#collect(chosen)
    this.#begin(other.bytesToLoad)
    for await (const _ of other.load());
    return other
  }

  #begin(ofBytes: number): void {
    this.#progress = { bytes: 0, ofBytes }
    this.#reportedAt = performance.now()
  }

  #count(bytes: number): void {
    const { ofBytes } = this.#progress
    this.#progress = { bytes: Math.max(0, this.#progress.bytes + bytes), ofBytes }
    const now = performance.now()
    if (now - this.#reportedAt < PROGRESS_MS) return
    this.#reportedAt = now
    this.#listener.onProgress({ bytes: Math.min(this.#progress.bytes, ofBytes), ofBytes })
  }
}
