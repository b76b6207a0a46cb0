import { type ComponentType, useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { PATTERNS, paths } from '#core/site/paths.ts'
import type { SiteIdentity } from '#core/site/siteProfile.ts'
import { Keyboard } from '../commands/Keyboard.tsx'
import { SiteProvider } from '../navigation/Link.tsx'
import { matchPage } from '../navigation/pagePath.ts'
import { ScrollRestorer } from '../navigation/scrollRestoration.ts'
import { FrontPage } from '../pages/front/FrontPage.tsx'
import { Announcer } from '../ui/Announcer.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { FallbackPage } from './FallbackPage.tsx'
import { type LoadErrorProps, lazyComponent } from './lazyComponent.tsx'
import { PageLayout } from './PageLayout.tsx'
import * as texts from './texts.ts'

/** The frame of a page, while its content loads. */
const PageFallback = () => <PageLayout>{null}</PageLayout>

function Unavailable({ isOutdated }: LoadErrorProps) {
  return (
    <FallbackPage
      name={texts.pageNotLoaded}
      heading={isOutdated ? texts.pageOutdatedHeading : texts.pageNotLoadedHeading}
    >
      <p className="border-t border-rule pt-6">
        {isOutdated ? texts.pageOutdated : texts.noAnswer} <ReloadButton />
      </p>
    </FallbackPage>
  )
}

const page = (load: () => Promise<ComponentType>) => lazyComponent(load, PageFallback, Unavailable)

const PaperPage = page(() => import('../pages/paper/PaperPage.tsx').then(({ PaperPage }) => PaperPage))
const ThemePage = page(() => import('../pages/theme/ThemePage.tsx').then(({ ThemePage }) => ThemePage))
const ThemesPage = page(() => import('../pages/themes/ThemesPage.tsx').then(({ ThemesPage }) => ThemesPage))
const DigestPage = page(() => import('../pages/digest/DigestPage.tsx').then(({ DigestPage }) => DigestPage))
const DigestsPage = page(() =>
  import('../pages/digests/DigestsPage.tsx').then(({ DigestsPage }) => DigestsPage),
)
const HelpPage = page(() => import('../pages/help/HelpPage.tsx').then(({ HelpPage }) => HelpPage))
const BrokenPage = lazyComponent(
  () => import('../pages/broken/BrokenPage.tsx').then(({ BrokenPage }) => BrokenPage),
  PageFallback,
  Unavailable,
)
const NotFoundPage = page(() =>
  import('../pages/not-found/NotFoundPage.tsx').then(({ NotFoundPage }) => NotFoundPage),
)

type SitePage = ComponentType & { load?: () => Promise<unknown> }

/** The pages by path; the first that matches is shown. */
const PAGES: readonly { path: string; Page: SitePage }[] = [
  { path: PATTERNS.front, Page: FrontPage },
  { path: paths.paper(''), Page: NotFoundPage },
  { path: PATTERNS.paper, Page: PaperPage },
  { path: PATTERNS.theme, Page: ThemePage },
  { path: PATTERNS.themes, Page: ThemesPage },
  { path: PATTERNS.digest, Page: DigestPage },
  { path: PATTERNS.digests, Page: DigestsPage },
  { path: PATTERNS.help, Page: HelpPage },
  { path: '*', Page: NotFoundPage },
]

/** @param path below the base of the site */
const pageOf = (path: string): SitePage =>
  PAGES.find(page => matchPage(page.path, path))?.Page ?? NotFoundPage

/**
 * Loads the component of a page, so that it renders without waiting.
 *
 * @param path below the base of the site
 */
export async function loadPage(path: string): Promise<void> {
  await pageOf(path).load?.()
}

/** Pages that most visits go on to; they load while the first one is read. */
const LIKELY_NEXT = [PaperPage, ThemePage, ThemesPage]
const PRELOAD_DELAY_MS = 1_000

function useNextPages(base: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const page of LIKELY_NEXT) void page.load()
      import('./background.ts').then(
        ({ startBackground }) => startBackground(base),
        // If it cannot be loaded, all else works while the network does.
        () => undefined,
      )
    }, PRELOAD_DELAY_MS)
    return () => clearTimeout(timer)
  }, [base])
}

export function App({ site }: { site: SiteIdentity }) {
  useNextPages(site.base)
  const location = useLocation()
  const Page = pageOf(location.pathname)
  return (
    <SiteProvider name={site.name}>
      <ScrollRestorer />
      <Announcer />
      <Keyboard />
      <ErrorBoundary resetKey={location} fallback={error => <BrokenPage error={error} />}>
        <Page />
      </ErrorBoundary>
    </SiteProvider>
  )
}
