import { useLocation } from 'react-router-dom'
import { paths } from '#core/site/paths.ts'
import { wordsOf } from '#core/site/repair/address.ts'
import { Link } from '../../navigation/Link.tsx'
import { RepairedAddress } from '../../navigation/RepairedAddress.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { FallbackPage } from '../../shell/FallbackPage.tsx'
import { useIsScripted } from '../../state/initialData.ts'
import { Notice } from '../../ui/Notice.tsx'

/** An address that leads nowhere, unless it is one of a page of this site that some program changed. */
export const NotFoundPage = () => (
  <RepairedAddress>
    <NotFound />
  </RepairedAddress>
)

function NotFound() {
  const { pathname } = useLocation()
  // The file that hosts show is drawn once for all addresses.
  const isScripted = useIsScripted()
  const words = isScripted ? wordsOf(pathname) : ''
  return (
    <FallbackPage name="Page not found" heading="This page was never printed">
      <Notice title={`There is nothing at ${isScripted ? pathname.slice(0, 120) : 'this address'}`}>
        {words !== '' && (
          <p>
            <Link to={searchFor(words)} className="target prose-link inline-flex items-center">
              Search for “{words}”
            </Link>
          </p>
        )}
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
    </FallbackPage>
  )
}
