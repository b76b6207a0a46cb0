import { FEED_FORMAT_NAMES, FEED_FORMATS, FEED_OF_ALL, feedOfTheme, feedPath } from '#core/site/feeds.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { useSite } from '../../navigation/Link.tsx'
import { useTheme } from '../../state/themes.ts'
import { FileLink } from './FileLink.tsx'
import type { Guided } from './guided.ts'
import * as texts from './texts.tsx'

/** Feeds and the calendar, which bring new papers to a reader. */
export function Following({ guide }: Guided) {
  const { name } = useSite()
  const theme = useTheme(guide?.theme ?? '')
  return (
    <>
      <p>{texts.following.about}</p>
      <ul className="list-disc space-y-1 pl-5">
        <li>
          {texts.following.allPapers} <Feeds feed={FEED_OF_ALL} />
        </li>
        {theme && (
          <li>
            {texts.following.theme(theme.label)} <Feeds feed={feedOfTheme(theme.id)} />
          </li>
        )}
        <li>
          {texts.following.calendar(label => (
            <FileLink path={filePaths.calendar()}>{label}</FileLink>
          ))}
        </li>
        <li>
          {texts.following.openSearch(name, label => (
            <FileLink path={filePaths.openSearch()}>{label}</FileLink>
          ))}
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
