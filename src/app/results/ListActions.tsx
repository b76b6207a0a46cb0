import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { FollowButton } from '../export/FollowButton.tsx'

interface Props {
  request: Pick<SearchRequest, 'q' | 'sort'>
  found: SearchResponse
}

/** What can be done with all papers of a list. */
export function ListActions({ request, found }: Props) {
  return (
    <>
      <FollowButton q={request.q} />
      <ExportButton request={request} found={found} />
    </>
  )
}
