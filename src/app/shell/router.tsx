import { type ComponentType, useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { PATTERNS, paths } from '#core/site/paths.ts'
import type { SiteIdentity } from '#core/site/siteProfile.ts'
import { Keyboard } from '../commands/Keyboard.tsx'
import { SiteProvider } from '../navigation/Link.tsx'
import { matchPage } from '../navigation/pagePath.ts'
import { ScrollRestoration } from '../navigation/scrollRestoration.ts'
import { FrontPage } from '../pages/front/FrontPage.tsx'
import { Announcer } from '../ui/Announcer.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import { FallbackPage } from './FallbackPage.tsx'
import { Layout } from './Layout.tsx'
import { type LoadErrorProps, lazyComponent } from './lazyComponent.tsx'

/** The frame of a page, while its content loads. */
const PageFallback = () => <Layout>{null}</Layout>

function Unavailable({ isOutdated }: LoadErrorProps) {
  return (
    <FallbackPage
      name="Page not loaded"
      heading={isOutdated ? 'This page needs an update' : 'This page could not be loaded'}
    >
      <p className="border-t border-rule pt-6">
        {isOutdated
          ? 'The site has been replaced by a newer one since it was opened.'
          : 'The network or the site does not answer.'}{' '}
        <ReloadButton />
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

/** Every page of the site by its path: the first that fits is shown. */
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
 * Loads what the page of a path is drawn by, so that it can be drawn at once.
 *
 * @param path below the base of the site
 */
export async function loadPage(path: string): Promise<void> {
  await pageOf(path).load?.()
}

/** The pages that most visits go on to. They come while the first one is read, and so does what keeps the site for later. */
const NEXT = [PaperPage, ThemePage, ThemesPage]
const WAIT_MS = 1_000

function useNextPages(base: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const page of NEXT) void page.load()
      import('./background.ts').then(
        ({ startBackground }) => startBackground(base),
        // Without it, all else works while the network does.
        () => undefined,
      )
    }, WAIT_MS)
    return () => clearTimeout(timer)
  }, [base])
}

/** The site. */
export function App({ site }: { site: SiteIdentity }) {
  useNextPages(site.base)
  const location = useLocation()
  const Page = pageOf(location.pathname)
  return (
    <SiteProvider name={site.name}>
      <ScrollRestoration />
      <Announcer />
      <Keyboard />
      <ErrorBoundary resetKey={location} fallback={error => <BrokenPage error={error} />}>
        <Page />
      </ErrorBoundary>
    </SiteProvider>
  )
}
