import { memo } from 'react'
import { formatCommentCount, publishedOn } from '#core/papers/byline.ts'
import type { Hit } from '#core/search/answer.ts'
import { paths } from '#core/site/paths.ts'
import type { ListLayout } from '#core/site/view.ts'
import { safeUrl } from '#core/text/safeUrl.ts'
import { typeset } from '#core/text/typeset.ts'
import { useCommands } from '../commands/registry.ts'
import { Link } from '../navigation/Link.tsx'
import type { Origin } from '../navigation/origin.ts'
import { MessageIcon } from '../ui/icons.tsx'
import { Abstract } from './Abstract.tsx'
import { CiteButton, CopyLinkButton } from './actions.tsx'
import { Marked } from './Marked.tsx'
import { AuthorLine } from './Names.tsx'
import { ThemeChip } from './ThemeChip.tsx'
import * as texts from './texts.ts'
import { Why } from './Why.tsx'

interface Props {
  hit: Hit
  layout: ListLayout
  origin: Origin
  isExpanded: boolean
  onExpand: (id: string, isExpanded: boolean) => void
}

/** Maximum number of themes on a card; the page of the paper has all. */
const MAX_THEMES = 8

/** By layout; `open` is an expanded line. */
type Look = 'line' | 'open' | 'cards' | 'full'

const PAPER: Record<Look, string> = {
  line: 'border-b border-rule py-(--space-line) sm:flex sm:items-baseline sm:gap-x-4',
  open: 'border-b border-rule py-2.5',
  cards: 'card',
  full: 'card far-full',
}
const TITLE: Record<Look, string> = {
  // The whole line is the link.
  line: 'relative min-h-7 min-w-0 grow text-base leading-snug pointer-coarse:min-h-11',
  open: 'text-base leading-snug',
  cards: 'headline-large',
  full: 'headline-large',
}

/** A paper of a list, as much of it as the layout shows; an expanded one is shown whole. */
export const PaperCard = memo(function PaperCard({ hit, layout, origin, isExpanded, onExpand }: Props) {
  const { paper, marks } = hit
  const isCompact = layout === 'compact'
  const look = isCompact ? (isExpanded ? 'open' : 'line') : layout
  const isLine = look === 'line'
  const comments = formatCommentCount(paper)
  const canExpand = layout !== 'full' && (isCompact || paper.abstract)
  const expand = () => onExpand(paper.id, !isExpanded)
  useCommands({ expand: id => (canExpand && id === paper.id ? expand : undefined) })
  return (
    <article data-paper={paper.id} className={PAPER[look]}>
      <h2 dir="auto" className={`headline ${TITLE[look]}`}>
        <Link
          to={paths.paper(paper.id)}
          state={{ origin }}
          data-part="title"
          className={`title-link ${isLine ? 'line-clamp-2 text-wrap after:absolute after:inset-0 sm:block sm:truncate' : 'reach'}`}
        >
          <Marked text={typeset(paper.title)} marks={marks.title} />
        </Link>
      </h2>
      <div className={`card-facts ${isLine ? 'shrink-0 sm:justify-end' : 'mt-1 flex-wrap'}`}>
        {!isLine && (
          <span>
            <AuthorLine paper={paper} />
          </span>
        )}
        <span className={isLine ? 'sm:order-1 sm:min-w-24 sm:text-right' : undefined}>
          {paper.publishedAt ? (
            <time dateTime={paper.publishedAt}>{publishedOn(paper)}</time>
          ) : (
            publishedOn(paper)
          )}
        </span>
        {comments && (
          <span className="inline-flex items-baseline gap-1">
            <MessageIcon size={14} className="self-center" />
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
        {!isLine && <Why id={paper.id} label={texts.whyHere(paper.title)} q={origin.query.q} />}
        {canExpand && (
          <button
            type="button"
            aria-expanded={isExpanded}
            aria-label={texts.abstractOf(paper.title)}
            className="fold order-2 ml-auto justify-end noscript:hidden sm:ml-0"
            onClick={expand}
          >
            {!isLine && texts.abstract}
          </button>
        )}
      </div>
      {!isLine && <CardBody hit={hit} isWhole={isExpanded || layout === 'full'} />}
    </article>
  )
})

function CardBody({ hit: { paper, marks }, isWhole }: { hit: Hit; isWhole: boolean }) {
  const code = safeUrl(paper.codeUrls[0] ?? '')
  return (
    <>
      {paper.abstract && (
        <p
          dir="auto"
          data-part="abstract"
          className={`abstract ${isWhole ? 'line-clamp-60' : 'abstract-lines'}`}
        >
          <Abstract text={paper.abstract} marks={marks.abstract} />
        </p>
      )}
      <div className="card-foot">
        {paper.themes.slice(0, MAX_THEMES).map(id => (
          <ThemeChip key={id} id={id} />
        ))}
        {paper.themes.length > MAX_THEMES && (
          <span className="text-sm text-soft">{texts.moreThemes(paper.themes.length - MAX_THEMES)}</span>
        )}
        <div className="card-actions">
          {code && (
            <a
              href={code}
              target="_blank"
              rel="noopener noreferrer"
              className="action underline decoration-rule underline-offset-4"
            >
              {texts.code}
            </a>
          )}
          <CiteButton paper={paper} />
          <CopyLinkButton paper={paper} />
        </div>
      </div>
    </>
  )
}
