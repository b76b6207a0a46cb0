import { useLocation } from 'react-router-dom'
import { paths } from '#core/paths.ts'
import { useIsScripted } from '../../state/firstData.ts'
import { InsteadPage } from '../../ui/InsteadPage.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { pathname } = useLocation()
  // The file that hosts show is drawn once for all addresses.
  const isScripted = useIsScripted()
  return (
    <InsteadPage name="Page not found" heading="This page was never printed">
      <Notice title={`There is nothing at ${isScripted ? pathname.slice(0, 120) : 'this address'}`}>
        <p>
          <Link to={paths.front()} className="prose-link">
            The front page
          </Link>{' '}
          lists all papers,{' '}
          <Link to={paths.themes()} className="prose-link">
            the themes
          </Link>{' '}
          group them,{' '}
          <Link to={paths.digests()} className="prose-link">
            the digests
          </Link>{' '}
          have them by day, and{' '}
          <Link to={paths.help()} className="prose-link">
            help
          </Link>{' '}
          tells how to search.
        </p>
        {!isScripted && (
          <p>Older papers may have no page of their own: with JavaScript on, their addresses open.</p>
        )}
      </Notice>
    </InsteadPage>
  )
}
