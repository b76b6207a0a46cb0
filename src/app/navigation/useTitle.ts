import { useEffect } from 'react'
import type { Hit } from '#core/search/answer.ts'
import type { Head, PublicSite } from '#core/site/headTags.ts'
import { titleOf } from '#core/site/siteTitle.ts'
import { useSite } from './Link.tsx'

/** The functions that make heads, which are loaded for it. */
type Heads = typeof import('#core/site/pageHeads.ts') & typeof import('#core/site/paperHead.ts')

export type HeadOf = (heads: Heads, site: PublicSite) => Head

/** What a page says of itself beyond its title, and what it lists. */
export interface PageHead {
  of: HeadOf
  hits?: readonly Hit[] | undefined
}

/** What a reader does not see may wait until the page stands. */
const WAIT_MS = 300

/**
 * Names what is open in the title of the tab; the rest of the head follows a moment later.
 *
 * @param head absent for what was not found; `pending` where it cannot be made yet
 */
export function useTitle(name: string | undefined, head?: PageHead | 'pending'): void {
  const { name: siteName } = useSite()
  useEffect(() => {
    document.title = titleOf(name, siteName)
  }, [name, siteName])
  // Each time the page is drawn: what the head says already stays as it is.
  useEffect(() => {
    if (head === 'pending') return
    let isLeft = false
    const show = async () => {
      try {
        const loaded = await import('../io/head.ts')
        if (!isLeft) loaded.showPage(head?.of, head?.hits?.map(({ paper }) => paper) ?? [])
      } catch {
        // A head that does not arrive, or cannot be made of a paper, is missed by nobody who reads.
      }
    }
    const timer = setTimeout(show, WAIT_MS)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  })
}
