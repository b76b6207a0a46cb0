import {
  type UnknownThemes as Unknown,
  withThemeInstead,
  withWordsForThemes,
} from '#core/query/unknownThemes.ts'
import { withQuery } from '#core/site/view.ts'
import { nearThemes } from '#core/themes/nearThemes.ts'
import { Link } from '../navigation/Link.tsx'
import { useThemes } from '../state/themes.ts'
import type { List } from './useList.ts'

const MOST_NEAR = 3

/** What may be asked in the place of themes that there are not. */
export function UnknownThemes({ list, problem }: { list: List; problem: Unknown }) {
  const { view, hrefOf } = list
  const near = nearThemes(useThemes(), problem.themes.join(' '), MOST_NEAR)
  const linkTo = (q: string): string => hrefOf(withQuery(view, q))
  return (
    <p className="flex flex-wrap gap-x-4">
      <Link
        to={linkTo(withWordsForThemes(view.q, problem))}
        className="target prose-link inline-flex items-center"
      >
        Search for the words instead
      </Link>
      {near.map(({ id, label }) => (
        <Link
          key={id}
          to={linkTo(withThemeInstead(view.q, problem, id))}
          className="target prose-link inline-flex items-center"
        >
          Theme {label}
        </Link>
      ))}
    </p>
  )
}
