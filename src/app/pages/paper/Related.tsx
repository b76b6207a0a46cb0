import { useId } from 'react'
import { publishedOn } from '#core/papers/byline.ts'
import { describeCommon } from '#core/search/related.ts'
import { paths } from '#core/site/paths.ts'
import { typeset } from '#core/text/typeset.ts'
import { Link } from '../../navigation/Link.tsx'
import { describeLoadError } from '../../shell/loadError.ts'
import { useNameOf } from '../../state/themes.ts'
import { useEngine } from '../../state/useEngine.ts'
import * as texts from './texts.ts'

/** Related papers with reasons. Reserves their space until they are known. */
export function Related({ id }: { id: string }) {
  const heading = useId()
  const nameOf = useNameOf()
  const { response, error } = useEngine('related', { id })
  const isLoading = response === undefined && error === undefined
  return (
    <section
      aria-labelledby={heading}
      aria-busy={isLoading}
      className={`mt-10 border-t border-rule pt-4 noscript:hidden print:hidden ${isLoading ? 'min-h-[50rem] sm:min-h-[30rem]' : ''}`}
    >
      <h2 id={heading} className="mb-2 text-sm font-semibold">
        {texts.related}
      </h2>
      {error !== undefined && <p className="text-sm text-warn">{describeLoadError(error)}</p>}
      {response?.length === 0 && <p className="text-sm text-soft">{texts.noneRelated}</p>}
      <ul>
        {response?.map(paper => (
          <li key={paper.id} className="py-1.5">
            <Link
              to={paths.paper(paper.id)}
              className="target inline-flex items-center py-0.5 font-serif text-lg leading-snug wrap-anywhere hover:underline"
            >
              <bdi>{typeset(paper.title)}</bdi>
            </Link>
            <p className="text-sm text-soft wrap-anywhere">
              {publishedOn(paper)} · {describeCommon(paper, nameOf)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
