import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom'
import { loadAll } from '#app/shell/lazyComponent.tsx'
import { App } from '#app/shell/router.tsx'
import { type InitialData, InitialDataContext } from '#app/state/initialData.ts'

// All of a page is drawn at once.
await loadAll()

/**
 * Draws a page of the site as HTML.
 *
 * @param base the path below which the site is served, with slashes at both ends
 * @param path of the page, below the base
 */
export const render = (base: string, path: string, first: InitialData): string =>
  renderToString(
    <InitialDataContext value={first}>
      <StaticRouter basename={base} location={base.slice(0, -1) + path}>
        <App />
      </StaticRouter>
    </InitialDataContext>,
  )
