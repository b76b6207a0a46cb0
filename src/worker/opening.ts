import type { LocalEngine } from '#core/engine/localEngine.ts'
import type { Arrived, CorpusState } from '#core/engine/protocol.ts'
import { type Current, currentCorpus } from './chooseCorpus.ts'
import { Collection } from './collection.ts'
import { keepManifest } from './corpusCache.ts'
import { mayBeOfOtherBuild } from './fault.ts'
import { type Limits, Loader } from './loader.ts'

/** A corpus of fewer bytes comes nearly at once. */
const SMALL_BYTES = 500_000
/** So long its first papers wait for the others: an answer from a part would change under the reader's eyes. */
export const PATIENCE_MS = 500

/** How often it is told how much has come. */
const TOLD_MS = 500

/** Told while the corpus is being opened. */
export interface Progress {
  /** What is known of the corpus by now. */
  corpus: (state: CorpusState) => void
  /** How much has come, where it takes longer than a moment. */
  arrived: (arrived: Arrived) => void
  /** The engine can answer: the first papers have come, or there are none to come. It takes the place of one before. */
  ready: (engine: LocalEngine) => void
}

interface Options {
  /** Only so many papers are opened, the newest. */
  most?: number | undefined
  limits?: Partial<Limits>
}

/** Opens a corpus, and makes up later for what could not be had at first. */
export class Opening {
  readonly #corpus: URL
  readonly #told: Progress
  readonly #most: number | undefined
  readonly #loader: Loader
  /** Where answers come from; absent where nothing has come. */
  #current: Collection | undefined
  #arrived: Arrived = { bytes: 0, ofBytes: 0 }
  #toldAt = 0
  #toldState: CorpusState | undefined

  constructor(corpus: URL, told: Progress, { most, limits = {} }: Options = {}) {
    this.#corpus = corpus
    this.#told = told
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
  async again(): Promise<void> {
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
    this.#tell(collection)
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
      this.#tell(collection)
      if (collection.isEmpty) continue
      this.#current = collection
      setTimeout(() => {
        if (this.#current === collection) this.#told.ready(collection.engine)
      }, patience)
    }
    if (!collection.isEmpty) await this.#use(collection)
    // Of two that are not whole, the one that was there stays; but something is better than nothing.
    else if (other && !other.isEmpty) await this.#use(other)
    else throw fault
  }

  async #use(collection: Collection): Promise<void> {
    this.#current = collection
    this.#told.ready(collection.engine)
    this.#tell(collection)
    const { isWhole, manifest, state } = collection
    if (isWhole && !state.kept) await keepManifest(this.#corpus, manifest)
  }

  #tell({ state }: Collection): void {
    if (state !== this.#toldState) this.#told.corpus(state)
    this.#toldState = state
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
    this.#arrived = { bytes: 0, ofBytes }
    this.#toldAt = performance.now()
  }

  #count(bytes: number): void {
    const { ofBytes } = this.#arrived
    this.#arrived = { bytes: Math.max(0, this.#arrived.bytes + bytes), ofBytes }
    const now = performance.now()
    if (now - this.#toldAt < TOLD_MS) return
    this.#toldAt = now
    this.#told.arrived({ bytes: Math.min(this.#arrived.bytes, ofBytes), ofBytes })
  }
}
