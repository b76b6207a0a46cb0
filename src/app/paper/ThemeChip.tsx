import { paths } from '#core/site/paths.ts'
import { Link } from '../navigation/Link.tsx'
import { useNamedTheme } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'

/** A theme's name, leading to its page. */
export function ThemeChip({ id }: { id: string }) {
  const theme = useNamedTheme(id)
  if (!theme) return null
  return (
    <Link to={paths.theme(id)} className="chip">
      <Dot accent={theme.accent} />
      {theme.label}
    </Link>
  )
}
