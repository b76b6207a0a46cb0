import { useEffect, useState } from 'react'

/** Minimum height of a usable list. */
const LEAST_PX = 160
const GAP_PX = 8

/** Maximum height of a list under an element, in pixels, so that it ends above the keyboard of a phone. */
export function useAvailableHeight(above: Element, isOpen: boolean): number | undefined {
  const [room, setRoom] = useState<number>()
  useEffect(() => {
    const { visualViewport } = window
    if (!isOpen || !visualViewport) return
    const measure = () => {
      const end = visualViewport.offsetTop + visualViewport.height
      setRoom(Math.max(LEAST_PX, Math.round(end - above.getBoundingClientRect().bottom - GAP_PX)))
    }
    measure()
    visualViewport.addEventListener('resize', measure)
    visualViewport.addEventListener('scroll', measure)
    window.addEventListener('scroll', measure, { passive: true })
    return () => {
      visualViewport.removeEventListener('resize', measure)
      visualViewport.removeEventListener('scroll', measure)
      window.removeEventListener('scroll', measure)
    }
  }, [above, isOpen])
  return room
}
