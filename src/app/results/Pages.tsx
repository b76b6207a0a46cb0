import * as texts from './texts.ts'
import type { List } from './useList.ts'
import { ViewLink } from './ViewLink.tsx'

/** Links to the pages of a long list. */
export function Pages({ list, page, pages }: { list: List; page: number; pages: number }) {
  if (pages === 1) return null
  const link = (to: number, label: string, rel: 'prev' | 'next') => (
    <ViewLink
      list={list}
      rel={rel}
      to={view => ({ ...view, page: to })}
      className="target prose-link inline-flex items-center"
    >
      {label}
    </ViewLink>
  )
  return (
    <nav
      aria-label={texts.pages}
      className="flex flex-wrap items-center gap-x-6 gap-y-2 py-6 text-sm noscript:hidden"
    >
      {page > 1 && link(page - 1, texts.previousPage, 'prev')}
      <span className="text-soft">{texts.pageOf(page, pages)}</span>
      {page < pages && link(page + 1, texts.nextPage, 'next')}
    </nav>
  )
}
