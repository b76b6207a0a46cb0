import { type RefObject, useEffect, useRef, useState } from 'react'
import { isStillLoading } from '#core/papers/coverage.ts'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import type { ListAnswer } from './answerPhases.ts'
import { Searching } from './Searching.tsx'
import * as texts from './texts.ts'

const load = () => import('../filters/filters.chunk.ts')
const Summary = lazyComponent(() => load().then(loaded => loaded.Summary))
const ToTop = lazyComponent(() => load().then(loaded => loaded.ToTop))

interface Props {
  answer: ListAnswer
  /** Name of the theme or digest that the list belongs to. */
  name: string | undefined
}

/** The number of papers found. The line stays in view above the list, and then sums up the query too. */
export function CountLine({ answer, name }: Props) {
  const line = useRef<HTMLDivElement>(null)
  const isStuck = useIsStuck(line)
  const { page, pages, tookMs, partial } = answer.response
  return (
    <div
      ref={line}
      data-sticky="count"
      className={`flex items-center gap-x-4 border-b bg-paper text-sm text-soft ${isStuck ? 'border-rule' : 'border-transparent'}`}
    >
      <p id="count" tabIndex={-1} className="grow truncate">
        {isStuck && name !== undefined && (
          <>
            <bdi className="font-semibold text-ink">{name}</bdi>
            {' · '}
          </>
        )}
        {texts.resultCount(answer.response)}
        {pages > 1 && texts.atPage(page, pages)}
        {isStuck ? (
          <Summary list={answer.list} />
        ) : isStillLoading(partial) ? (
          <>
            {' · '}
            <Searching />
          </>
        ) : (
          tookMs > 0 && <span aria-hidden="true"> · {Math.max(1, Math.round(tookMs))} ms</span>
        )}
      </p>
      {isStuck && <ToTop />}
    </div>
  )
}

/** Whether a sticky element is stuck, by its distance from the top of the window. */
function useIsStuck(element: RefObject<HTMLElement | null>): boolean {
  const [isStuck, setStuck] = useState(false)
  useEffect(() => {
    const { current } = element
    // Without the observer the line stays as it is.
    if (!current || !('IntersectionObserver' in window)) return
    const top = Number.parseFloat(getComputedStyle(current).top)
    if (Number.isNaN(top)) return
    // A stuck element is one pixel outside the area that is observed.
    const observer = new IntersectionObserver(
      ([entry]) =>
        setStuck(
          entry !== undefined && entry.intersectionRatio < 1 && entry.boundingClientRect.top <= top + 1,
        ),
      { rootMargin: `${-Math.ceil(top) - 1}px 0px 0px`, threshold: [1] },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return isStuck
}
