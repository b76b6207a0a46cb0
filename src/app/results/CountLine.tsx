import { type RefObject, useEffect, useRef, useState } from 'react'
import { isStillLoading } from '#core/papers/coverage.ts'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import type { ListAnswer } from './answerPhases.ts'
import { countInWords } from './countInWords.ts'
import { Searching } from './Searching.tsx'

const load = () => import('../filters/filters.chunk.ts')
const Summary = lazyComponent(() => load().then(loaded => loaded.Summary))
const ToTop = lazyComponent(() => load().then(loaded => loaded.ToTop))

interface Props {
  answer: ListAnswer
  /** What the list is about, where that is more than its query says. */
  name: string | undefined
}

/** How many papers were found. It stays in view over the list, and then says in short what they were found by. */
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
        {countInWords(answer.response)}
        {pages > 1 && `, page ${page} of ${pages}`}
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

/** Whether an element that stays in view is held there, by how far it stands below the top of the window. */
function useIsStuck(element: RefObject<HTMLElement | null>): boolean {
  const [isStuck, setStuck] = useState(false)
  useEffect(() => {
    const { current } = element
    // Without the observer the line stays as it is.
    if (!current || !('IntersectionObserver' in window)) return
    const top = Number.parseFloat(getComputedStyle(current).top)
    if (Number.isNaN(top)) return
    // Held, the element sticks out by one pixel of what is watched.
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
