import { useEffect } from 'react'
import { HYDRATED_EVENT } from '#core/site/events.ts'
import { useSite } from '../navigation/Link.tsx'
import { isInSearch } from '../navigation/landmarks.ts'
import { onDemand } from '../shell/onDemand.tsx'
import { keyOf } from './keyOf.ts'
import { openOverlay, useOverlay } from './overlay.ts'
import type { Held } from './replay.ts'
import { toSearch } from './toSearch.ts'

const Shown = onDemand(() => import('./Shown.tsx').then(({ Shown }) => Shown))

/** Everything about keys that the first page does without. */
const load = () => import('./presses.ts')
type Press = ReturnType<Awaited<ReturnType<typeof load>>['presses']>

const replayHeld = (held: Held[], stop: () => void): void => {
  // Without what could not be loaded, the page has no such keys.
  import('./replay.ts').then(({ replay }) => replay(held, stop)).catch(stop)
}

/** Listens to the keys of the whole site. What they do is loaded with the first that could mean something. */
export function Keyboard() {
  const site = useSite()
  const overlay = useOverlay(store => store.overlay)
  useEffect(() => {
    let press: Press | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event)
      if (key === '/' || key === 'mod+k') {
        // Browsers have uses of their own for these, so they cannot wait for what is loaded.
        event.preventDefault()
        if (key === 'mod+k' && isInSearch()) openOverlay({ kind: 'palette' })
        else toSearch(site)
      } else if (press) press(key, event)
      else if (key && /^\S$/.test(key)) {
        load().then(
          ({ presses }) => {
            press ??= presses(site)
            // Who has gone on to the box meanwhile types there.
            const box = isInSearch() && document.activeElement
            press(key, event)
            if (box) (box as HTMLElement).focus()
          },
          // Without what could not be loaded, the page has no such keys.
          () => undefined,
        )
      }
    }
    document.addEventListener('keydown', onKeyDown)
    // `public/early.js` has kept what was done before.
    dispatchEvent(new CustomEvent(HYDRATED_EVENT, { detail: replayHeld }))
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [site])
  return overlay && <Shown key={overlay.kind} overlay={overlay} />
}
