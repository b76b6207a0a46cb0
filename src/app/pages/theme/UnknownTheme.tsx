import { themeAsWords } from '#core/query/unknownThemes.ts'
import { paths } from '#core/site/paths.ts'
import { nearThemes } from '#core/themes/nearThemes.ts'
import { Link } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { FallbackPage } from '../../shell/FallbackPage.tsx'
import { useThemes } from '../../state/themes.ts'
import { Notice } from '../../ui/Notice.tsx'
import * as texts from './texts.ts'

const MAX_NEAR = 5
const SHOWN_LETTERS = 80

export function UnknownTheme({ id }: { id: string }) {
  const near = nearThemes(useThemes(), id, MAX_NEAR)
  const words = themeAsWords(id)
  return (
    <FallbackPage name={texts.notFound} heading={texts.noSuchTheme}>
      <Notice title={texts.noThemeCalled(id.slice(0, SHOWN_LETTERS))}>
        {words !== '' && (
          <p>
            <Link to={searchFor(words)} className="target prose-link inline-flex items-center">
              {texts.searchWords}
            </Link>
          </p>
        )}
        {near.length > 0 && (
          <>
            <p>{texts.similar}</p>
            <ul className="space-y-1">
              {near.map(theme => (
                <li key={theme.id}>
                  <Link to={paths.theme(theme.id)} className="target prose-link inline-flex items-center">
                    {theme.label}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <Link to={paths.themes()} className="target prose-link inline-flex items-center">
            {texts.allThemes}
          </Link>
        </p>
      </Notice>
    </FallbackPage>
  )
}
