import { MessageSquare } from 'lucide-react'
import { memo } from 'react'
import { byline, commentCount, publishedOn } from '#core/byline.ts'
import type { Hit } from '#core/engine.ts'
import { paths } from '#core/paths.ts'
import { safeUrl } from '#core/safeUrl.ts'
import { typeset } from '#core/typeset.ts'
import type { Layout } from '#core/view.ts'
import type { Origin } from '../search/origin.ts'
import { Link } from '../ui/Link.tsx'
import { Abstract } from './Abstract.tsx'
import { CiteButton, CopyLinkButton } from './actions.tsx'
import { Marked } from './Marked.tsx'
import { ThemeChip } from './ThemeChip.tsx'
import { Why } from './Why.tsx'

interface Props {
  hit: Hit
  layout: Layout
  origin: Origin
}

/** One paper of a list: as much of it as the layout shows. */
export const PaperCard = memo(function PaperCard({ hit: { paper, marks }, layout, origin }: Props) {
  const comments = commentCount(paper)
  const code = safeUrl(paper.codeUrls[0] ?? '')
  const compact = layout === 'compact'
  return (
    <article data-paper={paper.id} className={`border-b border-rule ${compact ? 'py-2.5' : 'py-6'}`}>
      <h2
        dir="auto"
        className={`font-serif font-medium ${compact ? 'text-base leading-snug' : 'text-[1.4rem] leading-[1.22]'}`}
      >
        <Link
          to={paths.paper(paper.id)}
          state={{ origin }}
          className="hover:underline hover:decoration-1 hover:underline-offset-[0.18em] visited:text-soft"
        >
          <Marked text={typeset(paper.title)} marks={marks.title} />
        </Link>
      </h2>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
        <span>{byline(paper)}</span>
        <time dateTime={paper.publishedAt}>{publishedOn(paper)}</time>
        {comments && (
          <span className="inline-flex items-baseline gap-1">
            <MessageSquare size={14} aria-hidden="true" className="self-center" />
            {comments}
          </span>
        )}
        <Why id={paper.id} label={`Why “${paper.title}” is here`} q={origin.query.q} />
      </div>
      {!compact && (
        <>
          {paper.abstract && (
            <p
              dir="auto"
              className={`mt-2.5 max-w-[68ch] text-pretty font-serif text-[1.06rem] leading-[1.55] ${layout === 'cards' ? 'line-clamp-3' : ''}`}
            >
              <Abstract text={paper.abstract} marks={marks.abstract} />
            </p>
          )}
          <div className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1">
            {paper.themes.map(id => (
              <ThemeChip key={id} id={id} />
            ))}
            <div className="ml-auto flex flex-wrap items-center gap-x-4">
              {code && (
                <a
                  href={code}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="target inline-flex items-center text-sm text-soft underline decoration-rule underline-offset-4 hover:text-ink"
                >
                  Code
                </a>
              )}
              <CiteButton paper={paper} />
              <CopyLinkButton paper={paper} />
            </div>
          </div>
        </>
      )}
    </article>
  )
})
