import type { CorpusState, LoadProgress } from '#core/engine/corpusState.ts'
import type { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { type Current, currentCorpus } from './chooseCorpus.ts'
import { Collection } from './corpusBuild.ts'
import { keepManifest } from './corpusCache.ts'
import { mayBeOfOtherBuild } from './fault.ts'
import { type Limits, Loader } from './loader.ts'

/** A corpus of fewer bytes comes nearly at once. */
const SMALL_BYTES = 500_000
/** So long its first papers wait for the others: an answer from a part would change under the reader's eyes. */
export const PATIENCE_MS = 500

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

interface Options {
  /** Only so many papers are opened, the newest. */
  most?: number | undefined
  limits?: Partial<Limits>
}

/** Opens a corpus, and makes up later for what could not be had at first. */
export class Opening {
  readonly #corpus: URL
  readonly #listener: OpeningListener
  readonly #most: number | undefined
  readonly #loader: Loader
  /** Where answers come from; absent where nothing has come. */
  #current: Collection | undefined
  #progress: LoadProgress = { bytes: 0, ofBytes: 0 }
  #reportedAt = 0
  #reportedState: CorpusState | undefined

  constructor(corpus: URL, listener: OpeningListener, { most, limits = {} }: Options = {}) {
    this.#corpus = corpus
    this.#listener = listener
    this.#most = most
    this.#loader = new Loader(corpus, bytes => this.#count(bytes), limits)
  }

  /**
   * Loads the corpus into an engine, the newest papers first. A period that cannot be had is left out and named in the
   * state; having none of them is an error.
   */
  async open(): Promise<void> {
    await this.#load(this.#collect(await this.#choose()))
  }

  /**
   * Loads what could not be had, or all where nothing could. Papers of an earlier visit make room for those of the site,
   * once these have all come.
   */
  async retry(): Promise<void> {
    const current = this.#current
    if (!current) return this.open()
    let { kept } = current.state
    if (kept) {
      const chosen = await this.#choose().catch(() => undefined)
      if (chosen && !current.isOf(chosen.manifest)) {
        const other = await this.#beside(chosen)
        if (other.isWhole) return this.#use(other)
        kept = 'incomplete'
      } else if (chosen) kept = chosen.kept
    } else if (current.isWhole) return
    current.expectMissing(kept)
    await this.#load(current)
  }

  #choose = (): Promise<Current> =>
    currentCorpus(this.#corpus, {
      manifest: (isPatient, cache) => this.#loader.manifest(isPatient, cache),
      file: entry => this.#loader.keep(entry),
    })

  #collect = (chosen: Current): Collection => new Collection(chosen, this.#loader, this.#most)

  async #load(collection: Collection): Promise<void> {
    const { bytesToCome } = collection
    this.#begin(bytesToCome)
    this.#report(collection)
    const patience = bytesToCome < SMALL_BYTES ? PATIENCE_MS : 0
    let isCompared = false
    let other: Collection | undefined
    let fault: unknown
    for await (const wrong of collection.load()) {
      fault ??= wrong
      // Before papers of an earlier visit are opened, the site has been asked for its own.
      if (mayBeOfOtherBuild(wrong) && !isCompared && !collection.state.kept) {
        isCompared = true
        other = await this.#otherThan(collection)
        if (other?.isWhole) return this.#use(other)
      }
      this.#report(collection)
      if (collection.isEmpty) continue
      this.#current = collection
      setTimeout(() => {
        if (this.#current === collection) this.#listener.onReady(collection.corpus)
      }, patience)
    }
    if (!collection.isEmpty) await this.#use(collection)
    // Of two that are not whole, the one that was there stays; but something is better than nothing.
    else if (other && !other.isEmpty) await this.#use(other)
    else throw fault
  }

  async #use(collection: Collection): Promise<void> {
    this.#current = collection
    this.#listener.onReady(collection.corpus)
    this.#report(collection)
    const { isWhole, manifest, state } = collection
    if (isWhole && !state.kept) await keepManifest(this.#corpus, manifest)
  }

  #report({ state }: Collection): void {
    if (state !== this.#reportedState) this.#listener.onCorpus(state)
    this.#reportedState = state
  }

  /**
   * Files that are not there, or other than the manifest says, may be those of another build: a manifest that has been kept
   * too long, or a site that is just being replaced. Loads what the site's own manifest says now, if that says anything else.
   */
  async #otherThan(collection: Collection): Promise<Collection | undefined> {
    const manifest = await this.#loader.manifest(true, 'reload').catch(() => undefined)
    return !manifest || collection.isOf(manifest) ? undefined : this.#beside({ manifest })
  }

  /** Loads another corpus while the one that is there goes on answering. */
  async #beside(chosen: Current): Promise<Collection> {
    const other = this.#collect(chosen)
    this.#begin(other.bytesToCome)
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
