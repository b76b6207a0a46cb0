import { FEED_FORMAT_NAMES, FEED_FORMATS, feedPath } from '#core/site/feeds.ts'
import { followOf } from '#core/site/follow.ts'
import { useSite } from '../navigation/Link.tsx'
import { useThemes } from '../state/themes.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NewTheme } from './NewTheme.tsx'
import * as texts from './texts.ts'

/** How to follow a query: by the feed of a theme, or by making the query a theme. */
export function FollowDialog({ q, onClose }: { q: string; onClose: () => void }) {
  const follow = followOf(q, useThemes())
  if (follow.by === 'new theme')
    return (
      <Dialog title={texts.followSearch} onClose={onClose}>
        <NewTheme {...follow} />
      </Dialog>
    )
  return (
    <Dialog title={texts.followTheme(follow.theme?.label)} onClose={onClose}>
      <p className="mt-1 text-soft">{texts.aboutFeeds}</p>
      <Addresses feed={follow.feed} />
    </Dialog>
  )
}

function Addresses({ feed }: { feed: string }) {
  const { hrefOf } = useSite()
  return (
    <ul aria-label={texts.feeds} className="mt-4 space-y-3">
      {FEED_FORMAT_NAMES.map(format => {
        const { label } = FEED_FORMATS[format]
        const { href } = new URL(hrefOf(feedPath(feed, format)), location.href)
        return (
          <li key={format} className="flex flex-wrap items-center gap-x-5">
            <a href={href} className="target prose-link inline-flex items-center wrap-anywhere">
              {href}
            </a>
            <CopyButton label={texts.copyAddress(label)} text={() => href} />
          </li>
        )
      })}
    </ul>
  )
}
