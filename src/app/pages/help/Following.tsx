import { FEED_FORMAT_NAMES, FEED_FORMATS, FEED_OF_ALL, feedOfTheme, feedPath } from '#core/site/feeds.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { useSite } from '../../navigation/Link.tsx'
import { useTheme } from '../../state/themes.ts'
import { FileLink } from './FileLink.tsx'
import type { Guided } from './guided.ts'

/** Feeds and the calendar, which bring new papers to a reader. */
export function Following({ guide }: Guided) {
  const { name } = useSite()
  const theme = useTheme(guide?.theme ?? '')
  return (
    <>
      <p>
        A feed brings new papers to a feed reader with their whole abstracts. There is one of all papers, one
        of each theme, and one of each recent digest. “Follow” over a list has its address, or says how the
        search becomes a theme.
      </p>
      <ul className="list-disc space-y-1 pl-5">
        <li>
          All papers: <Feeds feed={FEED_OF_ALL} />
        </li>
        {theme && (
          <li>
            {theme.label}: <Feeds feed={feedOfTheme(theme.id)} />
          </li>
        )}
        <li>
          The digests as <FileLink path={filePaths.calendar()}>a calendar</FileLink>, to subscribe to
        </li>
        <li>
          <FileLink path={filePaths.openSearch()}>A description of the search</FileLink> (OpenSearch), by
          which browsers search {name} from their address bar
        </li>
      </ul>
    </>
  )
}

function Feeds({ feed }: { feed: string }) {
  return FEED_FORMAT_NAMES.map((format, at) => (
    <span key={format}>
      {at > 0 && ', '}
      <FileLink path={feedPath(feed, format)}>{FEED_FORMATS[format].label}</FileLink>
    </span>
  ))
}
