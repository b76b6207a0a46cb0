import { paths } from '#core/site/paths.ts'
import { withQuery } from '#core/site/view.ts'
import { Link } from '../../navigation/Link.tsx'
import { Searching } from '../../results/Searching.tsx'
import type { List } from '../../results/useList.ts'
import { ViewLink } from '../../results/ViewLink.tsx'
import { Notice } from '../../ui/Notice.tsx'

interface Props {
  list: List
  isNarrowed: boolean
  /** Whether more of the corpus may come. */
  isComing: boolean
}

/** A theme of which nothing is listed, and the way out. */
export function NoPapers({ list, isNarrowed, isComing }: Props) {
  if (isComing) {
    return (
      <Notice title="None among the newest papers">
        <Searching />
      </Notice>
    )
  }
  if (!isNarrowed) {
    return (
      <Notice title="No paper of this corpus meets the rule">
        <Link to={paths.themes()} className="target prose-link inline-flex items-center">
          All themes
        </Link>
      </Notice>
    )
  }
  return (
    <Notice title="No paper of this theme matches what it was narrowed to">
      <ViewLink
        list={list}
        to={view => withQuery(view, '')}
        className="target prose-link inline-flex items-center"
      >
        All papers of this theme
      </ViewLink>
    </Notice>
  )
}
