import { paths } from '#core/site/paths.ts'
import { Link } from '../../navigation/Link.tsx'
import { CopyDetails } from '../../shell/CopyDetails.tsx'
import { InsteadPage } from '../../shell/InsteadPage.tsx'
import { ReloadButton } from '../../shell/ReloadButton.tsx'

/** In the place of a page that could not be drawn. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <InsteadPage name="Page not shown" heading="This page could not be shown">
      <div className="border-t border-rule pt-6">
        <p>Something in it is not as the site expects. All other pages work as before.</p>
        <div className="mt-2 flex flex-wrap items-baseline gap-x-6">
          <Link to={paths.front()} className="target prose-link inline-flex items-center">
            All papers
          </Link>
          <ReloadButton />
          <CopyDetails error={error} />
        </div>
      </div>
    </InsteadPage>
  )
}
