import { useEffect } from 'react'
import type { Replay } from '#boot/heldInput.ts'
import { HYDRATED_EVENT } from '#core/site/events.ts'
import { isInSearch } from '../navigation/focusTargets.ts'
import { useSite } from '../navigation/Link.tsx'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { openOverlay, useOverlay } from './overlay.ts'
import { pressedKey } from './pressedKey.ts'
import { toSearch } from './toSearch.ts'

const CommandOverlay = lazyComponent(() =>
  import('./CommandOverlay.tsx').then(({ CommandOverlay }) => CommandOverlay),
)

const load = () => import('./keySequences.ts')
type Press = ReturnType<Awaited<ReturnType<typeof load>>['keySequences']>

const replayHeld: Replay = (held, stop) => {
  // If it cannot be loaded, the page has no such keys.
  import('./replay.ts').then(({ replay }) => replay(held, stop)).catch(stop)
}

/** Listens to the keys of the whole site. Commands load with the first key that could be one. */
export function Keyboard() {
  const site = useSite()
  const overlay = useOverlay(store => store.overlay)
  useEffect(() => {
    let press: Press | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const key = pressedKey(event)
      if (key === '/' || key === 'mod+k') {
        // Browsers have uses of their own for these, so they cannot wait for the commands to load.
        event.preventDefault()
        if (key === 'mod+k' && isInSearch()) openOverlay({ kind: 'palette' })
        else toSearch(site)
      } else if (press) press(key, event)
      else if (key && /^\S$/.test(key)) {
        load().then(
          ({ keySequences }) => {
            press ??= keySequences(site)
            // Somebody who has entered the box meanwhile types there.
            const box = isInSearch() && document.activeElement
            press(key, event)
            if (box) (box as HTMLElement).focus()
          },
          // If it cannot be loaded, the page has no such keys.
          () => undefined,
        )
      }
    }
    document.addEventListener('keydown', onKeyDown)
    // The boot script has held what was done before.
    dispatchEvent(new CustomEvent(HYDRATED_EVENT, { detail: replayHeld }))
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [site])
  return overlay && <CommandOverlay key={overlay.kind} overlay={overlay} />
}
