import { useEffect } from 'react'
import type { Hit } from '#core/search/answer.ts'
import { titleOf } from '#core/site/siteTitle.ts'
import type { HeadOf } from '../io/head.ts'
import { useSite } from './Link.tsx'

/** The head of a page, and the papers that it lists. */
export interface PageHead {
  of: HeadOf
  hits?: readonly Hit[] | undefined
}

/** The head is invisible, so it waits until the page has rendered. */
const HEAD_DELAY_MS = 300

/**
 * Sets the title of the tab; the rest of the head follows a moment later.
 *
 * @param head absent for an unknown address; `pending` while its data are loading
 */
export function useTitle(name: string | undefined, head?: PageHead | 'pending'): void {
  const { name: siteName } = useSite()
  useEffect(() => {
    document.title = titleOf(name, siteName)
  }, [name, siteName])
  // After each rendering: unchanged tags stay.
  useEffect(() => {
    if (head === 'pending') return
    let isLeft = false
    const show = async () => {
      try {
        const loaded = await import('../io/head.ts')
        if (!isLeft) loaded.showPage(head?.of, head?.hits?.map(({ paper }) => paper) ?? [])
      } catch {
        // Readers do not miss a head that cannot be loaded or made.
      }
    }
    const timer = setTimeout(show, HEAD_DELAY_MS)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  })
}
