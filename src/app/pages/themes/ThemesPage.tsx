import { Link } from 'react-router-dom'
import { paths } from '#core/paths.ts'
import { useArrival } from '../../place.tsx'
import { ResultArea } from '../../search/ResultArea.tsx'
import { useResults } from '../../state/results.ts'
import { groupsOf, useThemes } from '../../state/themes.ts'
import { Dot } from '../../ui/Dot.tsx'
import { Layout } from '../../ui/Layout.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** All themes, by group, with the number of their papers. */
export function ThemesPage() {
  const themes = useThemes()
  const results = useResults({ q: '', page: 1, pageSize: 1 }, 'themes')
  const counts = new Map(results.response?.facets.theme.values.map(({ value, count }) => [value, count]))
  useTitle('Themes')
  useArrival(results.response !== undefined)
  return (
    <Layout>
      <div className="mx-auto max-w-[46rem] pt-6">
        <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none">Themes</h1>
        <p className="mt-2 mb-6 max-w-[60ch] font-serif text-lg">
          A theme is a query with a name. Its rule stands in the open, and any search of yours could be one.
        </p>
        <ResultArea results={results}>
          {groupsOf(themes).map((group, accent) => (
            <section key={group} className="border-t border-rule py-4">
              <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold">
                <Dot accent={accent} />
                {group}
              </h2>
              <ul className="space-y-3">
                {themes
                  .filter(theme => theme.group === group)
                  .map(theme => (
                    <li key={theme.id} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4">
                      <Link to={paths.theme(theme.id)} className="font-serif text-xl hover:underline">
                        {theme.label}
                      </Link>
                      <data value={counts.get(theme.id) ?? 0} className="text-sm text-soft">
                        {counts.get(theme.id) ?? 0}
                      </data>
                      <p className="col-span-2 text-sm text-soft">{theme.about}</p>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </ResultArea>
      </div>
    </Layout>
  )
}
