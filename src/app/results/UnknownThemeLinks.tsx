import { type UnknownThemes, withThemeInstead, withWordsForThemes } from '#core/query/unknownThemes.ts'
import { withQuery } from '#core/site/view.ts'
import { nearThemes } from '#core/themes/nearThemes.ts'
import { Link } from '../navigation/Link.tsx'
import { useThemes } from '../state/themes.ts'
import * as texts from './noteTexts.ts'
import type { List } from './useList.ts'

const MAX_NEAR_THEMES = 3

/** Searches that replace themes that do not exist. */
export function UnknownThemeLinks({ list, problem }: { list: List; problem: UnknownThemes }) {
  const { view, hrefOf } = list
  const near = nearThemes(useThemes(), problem.themes.join(' '), MAX_NEAR_THEMES)
  const linkTo = (q: string): string => hrefOf(withQuery(view, q))
  return (
    <p className="flex flex-wrap gap-x-4">
      <Link
        to={linkTo(withWordsForThemes(view.q, problem))}
        className="target prose-link inline-flex items-center"
      >
        {texts.searchWords}
      </Link>
      {near.map(({ id, label }) => (
        <Link
          key={id}
          to={linkTo(withThemeInstead(view.q, problem, id))}
          className="target prose-link inline-flex items-center"
        >
          {texts.theme(label)}
        </Link>
      ))}
    </p>
  )
}
