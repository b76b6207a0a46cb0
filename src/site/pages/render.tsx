import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom'
import { loadAll } from '#app/shell/lazyComponent.tsx'
import { App } from '#app/shell/router.tsx'
import { type InitialData, InitialDataContext } from '#app/state/initialData.ts'
import type { SiteIdentity } from '#core/site/siteProfile.ts'

// All of a page is rendered at once.
await loadAll()

/**
 * Renders a page of the site as HTML.
 *
 * @param path of the page, below the base
 */
export const render = (site: SiteIdentity, path: string, first: InitialData): string =>
  renderToString(
    <InitialDataContext value={first}>
      <StaticRouter basename={site.base} location={site.base.slice(0, -1) + path}>
        <App site={site} />
      </StaticRouter>
    </InitialDataContext>,
  )
