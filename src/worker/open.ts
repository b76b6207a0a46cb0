import { LocalEngine } from '#core/localEngine.ts'
import type { CorpusState } from '#core/messages.ts'
import { currentCorpus } from './current.ts'
import { inOrder } from './inOrder.ts'
import { keepManifest } from './keep.ts'
import { fetchFile, loadLexicon, loadManifest, loadSegment } from './load.ts'

const FILES_AT_ONCE = 4

/** A corpus of fewer bytes comes nearly at once. */
const SMALL_BYTES = 500_000
/** So long its first papers wait for the others: an answer from a part would change under the reader's eyes. */
export const PATIENCE_MS = 500

/** Told while the corpus is being opened. */
export interface Progress {
  /** What is known of the corpus by now. */
  corpus: (state: CorpusState) => void
  /** The engine can answer: the first papers have come, or there are none to come. */
  ready: (engine: LocalEngine) => void
}

/**
 * Loads the corpus into an engine, the newest papers first. A period that cannot be had is left out and named in the state;
 * having none of them is an error.
 */
export async function openCorpus(corpus: URL, { corpus: tell, ready }: Progress): Promise<void> {
  const { manifest, kept } = await currentCorpus(corpus, {
    manifest: isPatient => loadManifest(corpus, isPatient),
    file: entry => fetchFile(corpus, entry),
  })
  const { papers, newestDigest, themes, segments } = manifest
  const engine = new LocalEngine(manifest, () => performance.now(), { lexicon: null })
  let state: CorpusState = {
    papers,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    themes,
    loadedPapers: 0,
    loadedSegments: 0,
    segments: segments.length,
    missing: [],
    ...(kept && { kept }),
  }
  tell(state)
  // Without the lexicon nothing is guessed, and all else works.
  const takeLexicon = (): Promise<void> =>
    loadLexicon(corpus, manifest.lexicon).then(
      words => engine.takeLexicon(words),
      () => undefined,
    )
  const bytes = segments.reduce((sum, { papers, index }) => sum + papers.bytes + index.bytes, 0)
  const patience = bytes < SMALL_BYTES ? PATIENCE_MS : 0
  let lexicon: Promise<void> | undefined
  const loading = inOrder(segments, FILES_AT_ONCE, segment => loadSegment(corpus, segment))
  for await (const { item, result } of loading) {
    const refusal = result.status === 'rejected' ? result : taken(engine, result.value)
    if (!refusal) {
      state = {
        ...state,
        loadedPapers: state.loadedPapers + item.count,
        loadedSegments: state.loadedSegments + 1,
      }
    } else {
      engine.skipSegment(item.period)
      state = { ...state, missing: [...state.missing, item.period] }
      if (state.missing.length === segments.length) throw refusal.reason
    }
    // The first answer does not wait for the lexicon, the last does.
    const isFirst = lexicon === undefined
    lexicon ??= takeLexicon()
    if (!isFirst || segments.length === 1) await lexicon
    tell(state)
    if (state.loadedSegments > 0) setTimeout(() => ready(engine), patience)
  }
  await lexicon
  engine.prepare()
  ready(engine)
  if (!kept) await keepManifest(corpus, manifest)
}

/** Gives a segment to the engine. Tells why it was refused, if it was. */
function taken(
  engine: LocalEngine,
  { papers, index }: Awaited<ReturnType<typeof loadSegment>>,
): { reason: unknown } | undefined {
  try {
    engine.addSegment(papers, index)
    return undefined
  } catch (reason) {
    return { reason }
  }
}
