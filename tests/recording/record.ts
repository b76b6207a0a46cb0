import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { PaperAnswer } from '#core/engine/methods/paper.ts'

/** What a recording asks of an engine. */
export type Answering = Pick<SearchEngine, 'search' | 'list' | 'explain' | 'suggest' | 'paper'>

/** The file of the answers over the digest. */
export const ANSWERS = new URL('digest.jsonl.gz', import.meta.url)
/** Hashes of the answers over collections that are no part of the project. */
export const HASHES = new URL('hashes.json', import.meta.url)

/** Hits of one answer that are recorded. */
const PAGE_SIZE = 50
/** Hits of which the reasons are recorded. */
const EXPLAINED = 3

/** Keys of an answer that were recorded by another name. */
const RECORDED_AS: Record<string, string> = { relatedThemes: 'telling' }

const asRecorded = (answer: object): object =>
  Object.fromEntries(Object.entries(answer).map(([key, value]) => [RECORDED_AS[key] ?? key, value]))

const placeIn = (answer: PaperAnswer) => (answer.status === 'found' ? (answer.place ?? null) : answer)

/** All that an engine says to one query, as one line of JSON. Times are left out. */
export async function answerLine(engine: Answering, q: string): Promise<string> {
  const { tookMs, hits, ...rest } = await engine.search({ q, page: 1, pageSize: PAGE_SIZE })
  const newest = await engine.search({ q, sort: 'newest', page: 2, pageSize: 10 })
  const ids = hits.map(({ paper }) => paper.id)
  const first = ids[0] ?? 'none'
  return JSON.stringify({
    q,
    ...asRecorded(rest),
    hits: hits.map(({ paper, tier, score, marks }) => [paper.id, tier, score, marks.title, marks.abstract]),
    newest: newest.hits.map(({ paper }) => paper.id),
    found: await engine.list({ q, sort: 'discussed' }),
    reasons: await engine.explain({ ids: ids.slice(0, EXPLAINED), q }),
    suggestions: await engine.suggest({ q, caret: q.length }),
    place: placeIn(await engine.paper({ id: first, within: { q } })),
  })
}

/** The recorded answers over the digest, one line a query. */
export const recordedAnswers = (): string[] =>
  gunzipSync(readFileSync(ANSWERS)).toString().trimEnd().split('\n')
