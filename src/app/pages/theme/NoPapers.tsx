import { paths } from '#core/site/paths.ts'
import { withQuery } from '#core/site/view.ts'
import { Link } from '../../navigation/Link.tsx'
import { Searching } from '../../results/Searching.tsx'
import type { List } from '../../results/useList.ts'
import { ViewLink } from '../../results/ViewLink.tsx'
import { Notice } from '../../ui/Notice.tsx'
import * as texts from './texts.ts'

interface Props {
  list: List
  isNarrowed: boolean
  /** Whether more of the corpus may come. */
  isComing: boolean
}

export function NoPapers({ list, isNarrowed, isComing }: Props) {
  if (isComing) {
    return (
      <Notice title={texts.noneYet}>
        <Searching />
      </Notice>
    )
  }
  if (!isNarrowed) {
    return (
      <Notice title={texts.noneMeets}>
        <Link to={paths.themes()} className="target prose-link inline-flex items-center">
          {texts.allThemes}
        </Link>
      </Notice>
    )
  }
  return (
    <Notice title={texts.noneMatches}>
      <ViewLink
        list={list}
        to={view => withQuery(view, '')}
        className="target prose-link inline-flex items-center"
      >
        {texts.allPapers}
      </ViewLink>
    </Notice>
  )
}
