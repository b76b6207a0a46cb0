import { useEffect } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router-dom'
import { PATTERNS, paths } from '#core/paths.ts'
import { FrontPage } from './pages/front/FrontPage.tsx'
import { PlaceMemory } from './place.tsx'
import { Announcer } from './ui/Announcer.tsx'
import { SiteProvider } from './ui/Link.tsx'
import { onDemand } from './ui/onDemand.tsx'

const PaperPage = onDemand(() => import('./pages/paper/PaperPage.tsx').then(({ PaperPage }) => PaperPage))
const ThemePage = onDemand(() => import('./pages/theme/ThemePage.tsx').then(({ ThemePage }) => ThemePage))
const ThemesPage = onDemand(() =>
  import('./pages/themes/ThemesPage.tsx').then(({ ThemesPage }) => ThemesPage),
)
const HelpPage = onDemand(() => import('./pages/help/HelpPage.tsx').then(({ HelpPage }) => HelpPage))
const NotFoundPage = onDemand(() =>
  import('./pages/not-found/NotFoundPage.tsx').then(({ NotFoundPage }) => NotFoundPage),
)

/** The pages that most visits go on to. They come while the first one is read. */
const NEXT = [PaperPage, ThemePage, ThemesPage]
const WAIT_MS = 1_000

function useNextPages(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const page of NEXT) void page.load()
    }, WAIT_MS)
    return () => clearTimeout(timer)
  }, [])
}

/** Some hosts and old links name the file of the front page. */
function ToFront() {
  const { search } = useLocation()
  return <Navigate to={{ pathname: paths.front(), search }} replace />
}

/** Every page of the site by its path. */
export function App() {
  useNextPages()
  return (
    <SiteProvider>
      <PlaceMemory />
      <Announcer />
      <Routes>
        <Route path={PATTERNS.front} element={<FrontPage />} />
        <Route path="/index.html" element={<ToFront />} />
        <Route path={paths.paper('')} element={<NotFoundPage />} />
        <Route path={PATTERNS.paper} element={<PaperPage />} />
        <Route path={PATTERNS.theme} element={<ThemePage />} />
        <Route path={PATTERNS.themes} element={<ThemesPage />} />
        <Route path={PATTERNS.help} element={<HelpPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </SiteProvider>
  )
}
