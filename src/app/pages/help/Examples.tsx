import type { Example } from '#core/engine/searchExamples.ts'
import { formatPaperCount } from '#core/text/numbers.ts'
import { Link } from '../../navigation/Link.tsx'
import { searchFor } from '../../navigation/searchFor.ts'

export function Examples({ examples }: { examples: readonly Example[] }) {
  return (
    <ul className="text-sm">
      {examples.map(({ q, papers }) => (
        <li key={q} className="flex flex-wrap items-center gap-x-3">
          <Link
            to={searchFor(q)}
            className="target prose-link inline-flex items-center font-mono text-[0.95em] wrap-anywhere"
          >
            {q}
          </Link>
          <data value={papers} className="text-soft">
            {formatPaperCount(papers)}
          </data>
        </li>
      ))}
    </ul>
  )
}
