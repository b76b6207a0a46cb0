import { describeNearMiss } from '#core/themes/nearMisses.ts'
import { Link } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'
import { useNameOf } from '../../state/themes.ts'
import { useEngine } from '../../state/useEngine.ts'
import * as texts from './texts.ts'

/** Papers that the rule leaves out by one condition only. */
export function NearMisses({ theme }: { theme: string }) {
  const { response = [] } = useEngine('nearMisses', { theme })
  const nameOf = useNameOf()
  if (response.length === 0) return null
  return (
    <section aria-labelledby="near-misses" className="mt-10">
      <h2 id="near-misses" className="text-sm font-semibold">
        {texts.nearMisses}
      </h2>
      <p className="mt-1 text-sm text-soft">{texts.nearMissesAbout}</p>
      <ul className="mt-2">
        {response.map(miss => (
          <li key={miss.q} className="wrap-anywhere">
            <Link to={searchFor(miss.q)} className="target prose-link inline-flex items-center text-sm">
              {describeNearMiss(miss, nameOf)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
