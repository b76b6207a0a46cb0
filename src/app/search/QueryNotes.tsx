import { Link } from 'react-router-dom'
import type { SearchResponse } from '#core/engine.ts'
import { withQuery } from '#core/view.ts'
import type { List } from './useList.ts'

/** What the engine has to say about the query: words it corrected, parts it did not understand. */
export function QueryNotes({ list, response }: { list: List; response: SearchResponse }) {
  const { corrections, problems } = response
  const corrected = corrections.reduce((q, { from, to }) => replaceWord(q, from, to), list.view.q)
  return (
    <div className="space-y-1 wrap-anywhere text-sm text-soft empty:hidden">
      {corrections.length > 0 && (
        <p className="pt-2">
          No paper has {corrections.map(({ from }) => `“${from}”`).join(' or ')}. Searched for{' '}
          <Link to={list.hrefOf(withQuery(list.view, corrected))} className="prose-link">
            {corrections.map(({ to }) => to).join(', ')}
          </Link>
          .
        </p>
      )}
      {problems.map(({ start, message }) => (
        <p key={`${start} ${message}`} className="pt-2 text-warn">
          {message}
        </p>
      ))}
    </div>
  )
}

/** Puts one word in the place of another, as it was typed or in another case. */
function replaceWord(text: string, from: string, to: string): string {
  const at = text.toLowerCase().indexOf(from)
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length)
}
