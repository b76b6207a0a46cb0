import { typable } from '#core/query/typable.ts'
import { paths } from '#core/site/paths.ts'
import type { ShownTheme } from '#core/themes/shownThemes.ts'
import { Link } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { useTheme } from '../../state/themes.ts'
import type { Guided } from './guided.ts'

/** Explains themes by an example. */
export function ThemesExplained({ guide }: Guided) {
  const theme = useTheme(guide?.theme ?? '')
  return (
    <>
      <p>
        A theme is a query with a name. Its rule is open to read on its page: a paper belongs to the theme if
        its title and abstract match the rule word for word. Nobody sorts papers by hand.{' '}
        <Link to={paths.themes()} className="prose-link">
          All themes
        </Link>
      </p>
      {theme && <ExampleOf theme={theme} />}
      <p>
        Any search of yours could be a theme. “Follow” over its list shows the record that makes it one. Send
        this to the people who run the site, with a name and what the theme means: it is all that the site
        needs.
      </p>
    </>
  )
}

function ExampleOf({ theme }: { theme: ShownTheme }) {
  const { q, isWhole } = typable(theme.query)
  return (
    <p>
      <Link to={paths.theme(theme.id)} className="prose-link">
        {theme.label}
      </Link>
      , for one, has the rule{' '}
      <code className="box-decoration-clone bg-sheet px-1.5 py-0.5 font-mono text-[0.85em] wrap-anywhere">
        {theme.query}
      </code>
      {isWhole && (
        <>
          .{' '}
          <Link to={searchFor(q)} className="prose-link">
            Edit it as a search
          </Link>
        </>
      )}
    </p>
  )
}
