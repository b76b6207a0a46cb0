import { useMemo } from 'react'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { typable } from '#core/query/typable.ts'
import { feedOfTheme, feedPath } from '#core/site/feeds.ts'
import { paths } from '#core/site/paths.ts'
import { formatNumber } from '#core/text/numbers.ts'
import type { NamedTheme, ShownTheme } from '#core/themes/shownThemes.ts'
import { Link, useSite } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { useNamedTheme, useNamedThemes } from '../../state/themes.ts'
import { Dot } from '../../ui/Dot.tsx'
import * as texts from './texts.ts'

interface Props {
  id: string
  /** Absent until the corpus is known. */
  theme: ShownTheme | undefined
  /** The query that finds its papers. */
  q: string
  response: SearchResponse | undefined
}

/** The group of the theme, its meaning and its rule. */
export function AboutTheme({ id, theme, q, response }: Props) {
  const whole = useNamedTheme(theme?.parent ?? '')
  // A group may be called like the theme that is the whole of it.
  const crumb = theme && theme.group !== whole?.label ? theme.group : texts.themes
  return (
    <>
      <nav aria-label={texts.belongs} className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
        {theme && <Dot accent={theme.accent} />}
        <Link to={paths.themes()} className="target inline-flex items-center hover:text-ink">
          {crumb}
        </Link>
        {whole && (
          <>
            <span aria-hidden="true">/</span>
            <Link to={paths.theme(whole.id)} className="target inline-flex items-center hover:text-ink">
              {whole.label}
            </Link>
          </>
        )}
      </nav>
      <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none">
        {theme?.label ?? texts.theme}
      </h1>
      {theme && (
        <>
          <p className="mt-3 max-w-[60ch] font-serif text-lg">{theme.about}</p>
          <Rule id={id} rule={theme.query} q={q} />
          <Parts of={id} response={response} />
        </>
      )}
    </>
  )
}

function Rule({ id, rule, q }: { id: string; rule: string; q: string }) {
  const { hrefOf } = useSite()
  const search = useMemo(() => typable(rule), [rule])
  return (
    <>
      <p className="mt-4 text-sm text-soft">
        {texts.rule}{' '}
        <code className="box-decoration-clone bg-sheet px-1.5 py-0.5 font-mono text-[0.75rem] break-words text-ink">
          {rule}
        </code>
      </p>
      <p className="mt-1 mb-4 flex flex-wrap gap-x-5 text-sm">
        <Link
          to={searchFor(search.q)}
          title={search.isWhole ? undefined : texts.ruleTooLong}
          className="target prose-link inline-flex items-center noscript:hidden"
        >
          {search.isWhole ? texts.edit : texts.editBeginning}
        </Link>
        <Link to={searchFor(q)} className="target prose-link inline-flex items-center noscript:hidden">
          {texts.searchWithin}
        </Link>
        <a
          href={hrefOf(feedPath(feedOfTheme(id), 'atom'))}
          className="target prose-link inline-flex items-center"
        >
          {texts.feed}
        </a>
      </p>
    </>
  )
}

/** The themes that are parts of this one, those with the most papers first. */
function Parts({ of, response }: { of: string; response: SearchResponse | undefined }) {
  const parts = [...useNamedThemes().values()].filter(({ parent }) => parent === of)
  if (parts.length === 0) return null
  const counts = new Map(response?.facets.theme.values.map(({ value, count }) => [value, count]))
  const countOf = ({ id }: NamedTheme): number => counts.get(id) ?? 0
  return (
    <section className="mb-4 flex flex-wrap items-center gap-x-4 text-sm">
      <h2 className="text-soft">{texts.parts}</h2>
      <ul className="contents">
        {parts
          .sort((a, b) => countOf(b) - countOf(a))
          .map(part => (
            <li key={part.id}>
              <Link
                to={paths.theme(part.id)}
                className="target inline-flex items-center gap-1.5 hover:underline"
              >
                {part.label}
                {response && (
                  <data value={countOf(part)} className="text-xs text-soft">
                    {formatNumber(countOf(part))}
                  </data>
                )}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  )
}
