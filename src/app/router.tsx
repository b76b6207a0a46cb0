import { Suspense } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router-dom'
import { PATTERNS, paths } from '#core/paths.ts'
import { FrontPage } from './pages/front/FrontPage.tsx'
import { NotFoundPage } from './pages/not-found/NotFoundPage.tsx'
import { PaperPage } from './pages/paper/PaperPage.tsx'
import { ThemePage } from './pages/theme/ThemePage.tsx'
import { ThemesPage } from './pages/themes/ThemesPage.tsx'
import { PlaceMemory } from './place.tsx'
import { Announcer } from './ui/Announcer.tsx'
import { onDemand } from './ui/onDemand.tsx'

const HelpPage = onDemand(() => import('./pages/help/HelpPage.tsx').then(({ HelpPage }) => HelpPage))

/** Some hosts and old links name the file of the front page. */
function ToFront() {
  const { search } = useLocation()
  return <Navigate to={{ pathname: paths.front(), search }} replace />
}

/** Every page of the site by its path. */
export function App() {
  return (
    <>
      <PlaceMemory />
      <Announcer />
      <Routes>
        <Route path={PATTERNS.front} element={<FrontPage />} />
        <Route path="/index.html" element={<ToFront />} />
        <Route path={paths.paper('')} element={<NotFoundPage />} />
        <Route path={PATTERNS.paper} element={<PaperPage />} />
        <Route path={PATTERNS.theme} element={<ThemePage />} />
        <Route path={PATTERNS.themes} element={<ThemesPage />} />
        <Route
          path={PATTERNS.help}
          element={
            <Suspense>
              <HelpPage />
            </Suspense>
          }
        />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  )
}
