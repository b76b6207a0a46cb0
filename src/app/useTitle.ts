import { useEffect } from 'react'
import { titleOf } from '#core/siteTitle.ts'

/** Names what is open in the title of the tab. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    document.title = titleOf(name)
  }, [name])
}
