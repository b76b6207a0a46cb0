import { useLocation } from 'react-router-dom'
import { paths } from '#core/site/paths.ts'
import { pathWords } from '#core/site/repair/address.ts'
import { Link } from '../../navigation/Link.tsx'
import { RepairedAddress } from '../../navigation/RepairedAddress.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { FallbackPage } from '../../shell/FallbackPage.tsx'
import { useIsScripted } from '../../state/initialData.ts'
import { Notice } from '../../ui/Notice.tsx'
import * as texts from './texts.tsx'

/** Redirects if the address can be repaired. */
export const NotFoundPage = () => (
  <RepairedAddress>
    <NotFound />
  </RepairedAddress>
)

const link = (to: string) => (label: string) => (
  <Link to={to} className="prose-link">
    {label}
  </Link>
)

function NotFound() {
  const { pathname } = useLocation()
  // `404.html` is prerendered once for all addresses.
  const isScripted = useIsScripted()
  const words = isScripted ? pathWords(pathname) : ''
  return (
    <FallbackPage name={texts.title} heading={texts.heading}>
      <Notice title={texts.nothingAt(isScripted ? pathname.slice(0, 120) : texts.thisAddress)}>
        {words !== '' && (
          <p>
            <Link to={searchFor(words)} className="target prose-link inline-flex items-center">
              {texts.searchFor(words)}
            </Link>
          </p>
        )}
        <p>
          {texts.waysOn({
            front: link(paths.front()),
            themes: link(paths.themes()),
            digests: link(paths.digests()),
            help: link(paths.help()),
          })}
        </p>
        {!isScripted && <p>{texts.withScripts}</p>}
      </Notice>
    </FallbackPage>
  )
}
