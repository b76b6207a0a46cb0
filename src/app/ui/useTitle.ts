import { useEffect } from 'react'

/** Names what is open in the title of the tab. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    document.title = name ? `${name} · Broadsheet` : 'Broadsheet: the daily papers, searchable'
  }, [name])
}
