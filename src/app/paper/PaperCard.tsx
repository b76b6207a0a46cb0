import { MessageSquare } from 'lucide-react'
import { memo, useId } from 'react'
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
  isExpanded: boolean
  onExpand: (id: string, isExpanded: boolean) => void
}

/** A card names so many themes; the page of the paper has all. */
const THEMES_SHOWN = 8

const LINE = 'py-(--space-line) sm:flex sm:items-baseline sm:gap-x-4'
const TITLE = {
  // All of it is the link.
  line: 'relative min-h-7 min-w-0 grow text-base leading-snug pointer-coarse:min-h-11',
  compact: 'text-base leading-snug',
  card: 'text-(length:--title-size) leading-[1.22]',
}

/** One paper of a list: as much of it as the layout shows, and all where it was expanded. */
export const PaperCard = memo(function PaperCard({ hit, layout, origin, isExpanded, onExpand }: Props) {
  const { paper, marks } = hit
  const body = useId()
  const isCompact = layout === 'compact'
  const isLine = isCompact && !isExpanded
  const comments = commentCount(paper)
  return (
    <article
      data-paper={paper.id}
      className={`border-b border-rule ${isLine ? LINE : isCompact ? 'py-2.5' : `far py-(--space-card) ${layout === 'full' ? 'far-full' : ''}`}`}
    >
      <h2
        dir="auto"
        className={`font-serif font-medium ${TITLE[isLine ? 'line' : isCompact ? 'compact' : 'card']}`}
      >
        <Link
          to={paths.paper(paper.id)}
          state={{ origin }}
          className={`visited:text-soft hover:underline hover:decoration-1 hover:underline-offset-[0.18em] ${isLine ? 'line-clamp-2 text-wrap after:absolute after:inset-0 sm:block sm:truncate' : 'reach'}`}
        >
          <Marked text={typeset(paper.title)} marks={marks.title} />
        </Link>
      </h2>
      <div
        className={`flex items-baseline gap-x-3 text-sm text-soft ${isLine ? 'shrink-0 sm:justify-end' : 'mt-1 flex-wrap'}`}
      >
        {!isLine && <span>{byline(paper)}</span>}
        <time
          dateTime={paper.publishedAt}
          className={isLine ? 'sm:order-1 sm:min-w-24 sm:text-right' : undefined}
        >
          {publishedOn(paper)}
        </time>
        {comments && (
          <span className="inline-flex items-baseline gap-1">
            <MessageSquare size={14} aria-hidden="true" className="self-center" />
            {isLine ? (
              <>
                <span aria-hidden="true">{paper.comments}</span>
                <span className="sr-only">{comments}</span>
              </>
            ) : (
              comments
            )}
          </span>
        )}
        {!isLine && <Why id={paper.id} label={`Why “${paper.title}” is here`} q={origin.query.q} />}
        {layout !== 'full' && (isCompact || paper.abstract) && (
          <button
            type="button"
            data-command="expand"
            aria-expanded={isExpanded}
            aria-controls={body}
            aria-label={`Abstract of “${paper.title}”`}
            className="fold target order-2 ml-auto inline-flex items-center justify-end gap-1.5 hover:text-ink noscript:hidden sm:ml-0"
            onClick={() => onExpand(paper.id, !isExpanded)}
          >
            {!isLine && 'Abstract'}
          </button>
        )}
      </div>
      <div id={body}>{!isLine && <Body hit={hit} isWhole={isExpanded || layout === 'full'} />}</div>
    </article>
  )
})

/** What follows the head of a card. */
function Body({ hit: { paper, marks }, isWhole }: { hit: Hit; isWhole: boolean }) {
  const code = safeUrl(paper.codeUrls[0] ?? '')
  return (
    <>
      {paper.abstract && (
        <p
          dir="auto"
          data-part="abstract"
          className={`mt-(--space-part) max-w-[68ch] text-pretty font-serif text-[1.06rem] leading-(--abstract-leading) ${isWhole ? 'line-clamp-60' : 'abstract-lines'}`}
        >
          <Abstract text={paper.abstract} marks={marks.abstract} />
        </p>
      )}
      <div className="mt-(--space-part) flex flex-wrap items-center gap-x-4 gap-y-1">
        {paper.themes.slice(0, THEMES_SHOWN).map(id => (
          <ThemeChip key={id} id={id} />
        ))}
        {paper.themes.length > THEMES_SHOWN && (
          <span className="text-sm text-soft">and {paper.themes.length - THEMES_SHOWN} more</span>
        )}
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
  )
}
