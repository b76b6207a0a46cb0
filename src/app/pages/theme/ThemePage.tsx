import { Link, Navigate, useLocation, useParams } from 'react-router-dom'
import { isComing } from '#core/engine.ts'
import { paths } from '#core/paths.ts'
import { searchOf } from '#core/view.ts'
import { useArrival } from '../../place.tsx'
import { FoundPapers } from '../../search/FoundPapers.tsx'
import { requestOf, useList } from '../../search/useList.ts'
import { useCorpusState } from '../../state/corpus.ts'
import { useResults } from '../../state/results.ts'
import { useTheme } from '../../state/themes.ts'
import { Dot } from '../../ui/Dot.tsx'
import { Layout } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTitle } from '../../ui/useTitle.ts'

const searchFor = (q: string): string => paths.front(searchOf({ q, layout: 'cards', page: 1 }))

/** A theme, under its id in whatever case. */
export function ThemePage() {
  const { id = '' } = useParams()
  const { search } = useLocation()
  const properId = id.toLowerCase()
  if (id === properId) return <ThemeView id={id} />
  return <Navigate to={{ pathname: paths.theme(properId), search }} replace />
}

/** What the theme means, its rule in the open, its papers. */
function ThemeView({ id }: { id: string }) {
  const theme = useTheme(id)
  const list = useList()
  const corpus = useCorpusState()
  const q = `theme:${id}`
  const results = useResults(requestOf({ ...list.view, q }), q)
  const unknown = corpus !== undefined && !theme
  const ready = results.response !== undefined && !results.pending
  useTitle(theme?.label ?? (unknown ? 'Theme not found' : undefined))
  useArrival(ready || unknown, (ready && !isComing(results.response?.partial)) || unknown)
  return (
    <Layout skipTo={unknown ? 'content' : 'papers'}>
      <div className="mx-auto max-w-[46rem] pt-6">
        {unknown ? (
          <UnknownTheme id={id} />
        ) : (
          <>
            <p className="flex items-center gap-2 text-sm text-soft">
              {theme && <Dot accent={theme.accent} />}
              <Link to={paths.themes()} className="hover:text-ink">
                {theme?.group ?? 'Themes'}
              </Link>
            </p>
            <h1 className="mt-1 font-serif text-[2.4rem] leading-tight font-medium outline-none">
              {theme?.label ?? 'Theme'}
            </h1>
            {theme && (
              <>
                <p className="mt-3 max-w-[60ch] font-serif text-lg">{theme.about}</p>
                <p className="mt-4 text-sm text-soft">
                  The rule, as a query:{' '}
                  <code className="bg-sheet px-1.5 py-0.5 font-mono text-[0.85em] break-words text-ink">
                    {theme.query}
                  </code>{' '}
                </p>
                <p className="mt-1 mb-6 flex flex-wrap gap-x-5 text-sm">
                  <Link to={searchFor(theme.query)} className="target prose-link inline-flex items-center">
                    Edit as search
                  </Link>
                  <Link to={searchFor(q)} className="target prose-link inline-flex items-center">
                    Search within this theme
                  </Link>
                </p>
              </>
            )}
            <FoundPapers
              list={list}
              q={q}
              results={results}
              empty={
                <Notice title="No paper of this corpus meets the rule">
                  <Link to={paths.themes()} className="prose-link">
                    All themes
                  </Link>
                </Notice>
              }
            />
          </>
        )}
      </div>
    </Layout>
  )
}

function UnknownTheme({ id }: { id: string }) {
  return (
    <>
      <h1 className="pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">No such theme</h1>
      <Notice title={`No theme is called “${id.slice(0, 80)}”`}>
        <p>
          <Link to={paths.themes()} className="prose-link">
            All themes
          </Link>
        </p>
        <p>
          <Link to={searchFor(id.replaceAll('-', ' '))} className="prose-link">
            Search for the words instead
          </Link>
        </p>
      </Notice>
    </>
  )
}
