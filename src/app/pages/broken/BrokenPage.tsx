import { paths } from '#core/paths.ts'
import { useArrival } from '../../place.tsx'
import { CopyDetails } from '../../ui/CopyDetails.tsx'
import { Layout } from '../../ui/Layout.tsx'
import { Link } from '../../ui/Link.tsx'
import { ReloadButton } from '../../ui/ReloadButton.tsx'
import { useTitle } from '../../useTitle.ts'

/** In the place of a page that could not be drawn. */
export function BrokenPage({ error }: { error: unknown }) {
  useTitle('Page not shown')
  useArrival(true)
  return (
    <Layout>
      <div className="mx-auto max-w-[46rem] pt-6">
        <h1 className="pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">
          This page could not be shown
        </h1>
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
      </div>
    </Layout>
  )
}
