import { typable } from '#core/query/typable.ts'
import { paths } from '#core/site/paths.ts'
import type { ShownTheme } from '#core/themes/shownThemes.ts'
import { Link } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { useTheme } from '../../state/themes.ts'
import type { Guided } from './guided.ts'
import * as texts from './texts.tsx'

/** Themes, with one as an example. */
export function ThemesExplained({ guide }: Guided) {
  const theme = useTheme(guide?.theme ?? '')
  return (
    <>
      <p>
        {texts.themes.about(
          <Link to={paths.themes()} className="prose-link">
            {texts.themes.all}
          </Link>,
        )}
      </p>
      {theme && <ExampleOf theme={theme} />}
      <p>{texts.themes.own}</p>
    </>
  )
}

function ExampleOf({ theme }: { theme: ShownTheme }) {
  const { q, isWhole } = typable(theme.query)
  return (
    <p>
      {texts.themes.example(
        <Link to={paths.theme(theme.id)} className="prose-link">
          {theme.label}
        </Link>,
        <code className="box-decoration-clone bg-sheet px-1.5 py-0.5 font-mono text-[0.85em] wrap-anywhere">
          {theme.query}
        </code>,
      )}
      {isWhole && (
        <>
          .{' '}
          <Link to={searchFor(q)} className="prose-link">
            {texts.themes.edit}
          </Link>
        </>
      )}
    </p>
  )
}
