import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { PaperAnswer, PaperRef } from '#core/engine/methods/paper.ts'
import { paths } from '#core/site/paths.ts'
import { useCommands } from '../../commands/registry.ts'
import { Link, useSite } from '../../navigation/Link.tsx'
import type { Origin } from '../../navigation/origin.ts'
import { isPlainClick } from '../../navigation/plainClick.ts'
import * as texts from './texts.ts'

type Place = Extract<PaperAnswer, { status: 'found' }>['place']

/** The way back to the list and to the papers before and after this one in it. */
export function Neighbours({ place, origin }: { place: Place; origin: Origin | undefined }) {
  const navigate = useNavigate()
  const { key } = useLocation()
  const { go } = useSite()
  const goTo = (paper: PaperRef | undefined) => () =>
    paper && (() => go(paths.paper(paper.id), { state: { origin }, replace: true }))
  useCommands({ readNext: goTo(place?.next), readPrevious: goTo(place?.previous) })
  // The browser goes back a moment after it was told to: until then, a second click would go back twice.
  const left = useRef<string>(undefined)
  const step = (
    paper: PaperRef | undefined,
    label: string,
    rel: 'prev' | 'next',
    Icon: typeof ChevronLeft,
  ) =>
    paper ? (
      <Link
        to={paths.paper(paper.id)}
        state={{ origin }}
        replace
        rel={rel}
        title={paper.title}
        className="target inline-flex items-center gap-1 hover:text-ink"
      >
        {Icon === ChevronLeft && <Icon size={16} aria-hidden="true" />}
        <span className="max-sm:sr-only">{label}</span>
        {Icon === ChevronRight && <Icon size={16} aria-hidden="true" />}
        <span className="sr-only">: {paper.title}</span>
      </Link>
    ) : (
      // biome-ignore lint/a11y/useFocusableInteractive: a link that leads nowhere is said, and passed over
      // biome-ignore lint/a11y/useSemanticElements: nor has it an address
      <span
        role="link"
        aria-disabled="true"
        className="target inline-flex items-center text-edge forced-colors:text-[GrayText]"
      >
        <Icon size={16} aria-hidden="true" className="sm:hidden" />
        <span className="max-sm:sr-only">{label}</span>
      </span>
    )
  return (
    <nav
      aria-label={texts.list}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft sm:gap-x-6"
    >
      <Link
        to={origin?.href ?? paths.front()}
        className="target prose-link mr-auto inline-flex items-center"
        onClick={event => {
          // Going back restores the place in the list; following the link would start at its top.
          if (!origin || !isPlainClick(event)) return
          event.preventDefault()
          if (left.current !== key) navigate(-1)
          left.current = key
        }}
      >
        {origin ? texts.back : texts.allPapers}
      </Link>
      {place && (
        <>
          {step(place.previous, texts.previous, 'prev', ChevronLeft)}
          <span className="tabular-nums">{texts.position(place.index + 1, place.total)}</span>
          {step(place.next, texts.next, 'next', ChevronRight)}
        </>
      )}
    </nav>
  )
}
