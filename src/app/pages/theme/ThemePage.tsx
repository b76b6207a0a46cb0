import { Navigate, useLocation } from 'react-router-dom'
import { requestOf } from '#core/engine/request.ts'
import { isStillLoading } from '#core/papers/coverage.ts'
import { format } from '#core/query/format.ts'
import { parse } from '#core/query/parse.ts'
import { PATTERNS, paths } from '#core/site/paths.ts'
import type { ShownTheme } from '#core/themes/shownThemes.ts'
import { NarrowedTo } from '../../filters/NarrowedTo.tsx'
import { usePathPart } from '../../navigation/pagePath.ts'
import { RepairedAddress } from '../../navigation/RepairedAddress.tsx'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { FoundPapers } from '../../results/FoundPapers.tsx'
import { ListWithAside } from '../../results/ListWithAside.tsx'
import { useList } from '../../results/useList.ts'
import { useRenderedAnswer } from '../../results/useRenderedAnswer.ts'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { useCorpusFacts, useCorpusState } from '../../state/corpus.ts'
import { useResults } from '../../state/results.ts'
import { useTheme } from '../../state/themes.ts'
import { AboutTheme } from './AboutTheme.tsx'
import { BesideTheme } from './BesideTheme.tsx'
import { NearMisses } from './NearMisses.tsx'
import { NoPapers } from './NoPapers.tsx'
import * as texts from './texts.ts'
import { UnknownTheme } from './UnknownTheme.tsx'

/** A theme, by its id in upper or lower case. */
export function ThemePage() {
  const id = usePathPart(PATTERNS.theme, 'id')
  const { search } = useLocation()
  const properId = id.toLowerCase()
  const theme = useTheme(id)
  const corpus = useCorpusState()
  if (id !== properId) return <Navigate to={{ pathname: paths.theme(properId), search }} replace />
  if (!corpus || theme) return <ThemeView id={id} theme={theme} />
  return (
    <RepairedAddress>
      <UnknownTheme id={id} />
    </RepairedAddress>
  )
}

/** The meaning of the theme, its rule, and its papers, narrowed by `q` of the address. */
function ThemeView({ id, theme }: { id: string; theme: ShownTheme | undefined }) {
  const list = useList()
  const { query, clauses } = parse(list.view.q)
  // In canonical form, an open quotation or parenthesis cannot change the query of the theme.
  const narrowing = format(query)
  const q = `theme:${id} ${narrowing}`.trim()
  const results = useResults(requestOf({ ...list.view, q }), `theme:${id}`)
  const { rendered, papers, beside, isRendered, isFinal } = useRenderedAnswer(list, q, results)
  const { response } = results
  const newest = useCorpusFacts()?.newestDigest
  const ready = response !== undefined && !results.pending
  const more = isStillLoading(response?.partial)
  useTitle(
    theme?.label,
    theme && ready
      ? { of: (make, site) => make.headOfTheme(theme, response.total, newest, site), hits: response.hits }
      : 'pending',
  )
  useScrollRestoration(isRendered, isFinal)
  return (
    <PageLayout skipTo="papers">
      <ListWithAside
        about={<AboutTheme id={id} theme={theme} q={q} response={response} />}
        aside={beside && <BesideTheme id={id} answer={beside} />}
        asideName={texts.aside}
        narrowedTo={<NarrowedTo list={list} clauses={clauses} all={texts.allPapers} />}
      >
        <FoundPapers
          q={q}
          results={results}
          answer={rendered}
          papers={papers}
          name={theme?.label}
          empty={<NoPapers list={list} isNarrowed={narrowing !== ''} isComing={more} />}
        />
        {ready && !more && narrowing === '' && <NearMisses theme={id} />}
      </ListWithAside>
    </PageLayout>
  )
}
