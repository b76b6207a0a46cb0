import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { FollowButton } from '../export/FollowButton.tsx'

interface Props {
  request: Pick<SearchRequest, 'q' | 'sort'>
  response: SearchResponse
}

/** Actions on all papers of a list. */
export function ListActions({ request, response }: Props) {
  return (
    <>
      <FollowButton q={request.q} />
      <ExportButton request={request} found={response} />
    </>
  )
}
