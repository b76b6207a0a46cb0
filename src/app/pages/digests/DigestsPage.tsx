import { isStillLoading } from '#core/papers/coverage.ts'
import type { DigestDay } from '#core/papers/digests.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { ResultArea } from '../../results/ResultArea.tsx'
import { Searching } from '../../results/Searching.tsx'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { useDigests } from '../../state/digests.ts'
import { Notice } from '../../ui/Notice.tsx'
import { MonthTable } from './MonthTable.tsx'
import * as texts from './texts.ts'

/** Days under the beginnings of their names, the newest group first; days stay in order. */
function themeGroupNames(days: readonly DigestDay[], letters: number): [name: string, days: DigestDay[]][] {
  const groups = new Map<string, DigestDay[]>()
  for (const day of days.toReversed()) {
    const name = day[0].slice(0, letters)
    groups.set(name, [day, ...(groups.get(name) ?? [])])
  }
  return [...groups]
}

/** The calendar of all digests. */
export function DigestsPage() {
  const digests = useDigests()
  const { response } = digests
  const years = themeGroupNames(response?.days ?? [], 'yyyy'.length)
  useTitle(
    texts.title,
    response ? { of: (make, site) => make.headOfDigests(response.days, site) } : 'pending',
  )
  useScrollRestoration(response !== undefined, response !== undefined && !isStillLoading(response.partial))
  return (
    <PageLayout>
      <div className="pt-6">
        <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none">{texts.title}</h1>
        <p className="mt-2 max-w-[60ch] font-serif text-lg">{texts.about}</p>
        <ResultArea results={digests}>
          {isStillLoading(response?.partial) && (
            <p className="mt-2 text-sm text-soft">
              {texts.countedSoFar} <Searching />
            </p>
          )}
          {years.length === 0 && <Notice title={texts.none} />}
          {years.length > 1 && (
            <nav aria-label={texts.years} className="mt-4 flex flex-wrap gap-x-5 text-sm">
              {years.map(([year]) => (
                <a
                  key={year}
                  href={`#in-${year}`}
                  className="target prose-link inline-flex items-center tabular-nums"
                >
                  {year}
                </a>
              ))}
            </nav>
          )}
          {years.map(([year, days]) => (
            <section key={year} aria-labelledby={`in-${year}`} className="mt-8">
              <h2
                id={`in-${year}`}
                className="flex flex-wrap items-baseline gap-x-3 border-b border-rule pb-1 font-serif text-2xl font-medium tabular-nums"
              >
                {year}
                <span className="font-sans text-sm font-normal text-soft">
                  {texts.digestCount(formatNumber(days.length), days.length === 1)}
                </span>
              </h2>
              <div className="grid gap-x-10 sm:grid-cols-2 rail:grid-cols-3">
                {themeGroupNames(days, 'yyyy-mm'.length).map(([month, days]) => (
                  <MonthTable key={month} month={month} days={days} />
                ))}
              </div>
            </section>
          ))}
        </ResultArea>
      </div>
    </PageLayout>
  )
}
