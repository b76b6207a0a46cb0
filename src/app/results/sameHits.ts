import type { SearchResponse } from '#core/engine/methods/search.ts'

/** An answer whose hits are those of the one before where they say the same, so that they are not drawn anew. */
export function withHitsOf(before: SearchResponse | undefined, response: SearchResponse): SearchResponse {
  const known = new Map(before?.hits.map(hit => [hit.paper.id, hit]))
  const hits = response.hits.map(hit => {
    const same = known.get(hit.paper.id)
    return same && JSON.stringify(same) === JSON.stringify(hit) ? same : hit
  })
  return { ...response, hits }
}
