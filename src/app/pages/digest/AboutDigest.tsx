import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  besideSpan,
  type DigestDay,
  type DigestSpan,
  daysIn,
  formatWeek,
  listedOrAdded,
} from '#core/papers/digests.ts'
import { paths } from '#core/site/paths.ts'
import { formatFullDate, formatShortDate } from '#core/text/dates.ts'
import { isoWeekOf } from '#core/text/isoWeek.ts'
import { formatPaperCount } from '#core/text/numbers.ts'
import { Link } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import * as texts from './texts.ts'

const LINK = 'target inline-flex items-center gap-1 hover:text-ink'

/** The day or week, links to those beside it, and how to search in it. */
export function AboutDigest({ span, days }: { span: DigestSpan; days: readonly DigestDay[] }) {
  const { previous, next } = besideSpan(span, days)
  const own = daysIn(span, days)
  const nameOf = ({ kind, title, id }: DigestSpan) => (kind === 'day' ? formatShortDate(id) : title)
  return (
    <>
      <nav aria-label={texts.digests} className="flex flex-wrap items-center gap-x-5 text-sm text-soft">
        <Link to={paths.digests()} className={LINK}>
          {texts.allDigests}
        </Link>
        {span.kind === 'day' && (
          <Link to={paths.digest(isoWeekOf(span.id))} className={LINK}>
            {formatWeek(isoWeekOf(span.id))}
          </Link>
        )}
        <span className="flex flex-wrap gap-x-5 sm:ml-auto">
          {previous && (
            <Link
              to={paths.digest(previous.id)}
              rel="prev"
              aria-label={texts.previous(span.kind, nameOf(previous))}
              className={LINK}
            >
              <ChevronLeft size={16} aria-hidden="true" />
              {nameOf(previous)}
            </Link>
          )}
          {next && (
            <Link
              to={paths.digest(next.id)}
              rel="next"
              aria-label={texts.next(span.kind, nameOf(next))}
              className={LINK}
            >
              {nameOf(next)}
              <ChevronRight size={16} aria-hidden="true" />
            </Link>
          )}
        </span>
      </nav>
      <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none">{span.title}</h1>
      {span.kind === 'week' && (
        <>
          <p className="mt-2 font-serif text-lg">
            {texts.fromTo(formatFullDate(span.first), formatFullDate(span.last))}
          </p>
          <ul className="mt-3 text-sm">
            {own.map(([day, papers, how]) => (
              <li key={day} className="flex items-center gap-x-3">
                <Link to={paths.digest(day)} className="target prose-link inline-flex items-center">
                  {formatFullDate(day)}
                </Link>
                <data value={papers} className="text-soft">
                  {formatPaperCount(papers)}
                  {how && ' added'}
                </data>
              </li>
            ))}
          </ul>
        </>
      )}
      {span.kind === 'day' && listedOrAdded(own) === 'added' && (
        <p className="mt-2 font-serif text-lg">{texts.added}</p>
      )}
      <p className="mt-2 mb-4 text-sm">
        <Link to={searchFor(span.q)} className="target prose-link inline-flex items-center noscript:hidden">
          {texts.searchWithin(span.kind)}
        </Link>
      </p>
    </>
  )
}
