import { paths } from '#core/site/paths.ts'
import { Link } from '../../navigation/Link.tsx'
import { FallbackPage } from '../../shell/FallbackPage.tsx'
import { CopyErrorDetails } from '../../ui/CopyErrorDetails.tsx'
import { ReloadButton } from '../../ui/ReloadButton.tsx'
import * as texts from './texts.ts'

/** Shown instead of a page that failed to render. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <FallbackPage name={texts.title} heading={texts.heading}>
      <div className="border-t border-rule pt-6">
        <p>{texts.why}</p>
        <div className="mt-2 flex flex-wrap items-baseline gap-x-6">
          <Link to={paths.front()} className="target prose-link inline-flex items-center">
            {texts.allPapers}
          </Link>
          <ReloadButton />
          <CopyErrorDetails error={error} />
        </div>
      </div>
    </FallbackPage>
  )
}
