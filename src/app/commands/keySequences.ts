import type { Site } from '../navigation/Link.tsx'
import { hereNow } from './here.ts'
import { COMMANDS, type Command } from './table.ts'

/** How long a sequence waits for its next key. */
const PAUSE_MS = 1_500
/** Held down for the sake of another key. */
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

const isBeginning = (typed: string): boolean =>
  COMMANDS.some(({ keys }) => keys.some(key => key.startsWith(`${typed} `)))

/**
 * Follows what is pressed, key by key, and does what it says.
 *
 * @returns to be told of each key as `pressedKey` reads it; any that continues no sequence ends it
 */
export function presses(site: Site): (key: string | undefined, event: KeyboardEvent) => void {
  let begun = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const commandFor = (typed: string): Command | undefined => {
    const named = COMMANDS.filter(({ keys }) => keys.includes(typed))
    if (named.length === 0) return undefined
    const { place } = hereNow(site)
    return named.find(({ places }) => !places || places.includes(place))
  }
  return (key, event) => {
    if (MODIFIERS.includes(event.key)) return
    const typed = begun === '' ? (key ?? '') : `${begun} ${key ?? ''}`
    clearTimeout(timer)
    begun = ''
    if (key === undefined) return
    const command = commandFor(typed)
    if (command) {
      // A key held down would open tab after tab.
      const act = event.repeat && !command.repeats ? undefined : command.does(hereNow(site))
      if (!act) return
      event.preventDefault()
      act()
    } else if (isBeginning(typed) && !event.repeat) {
      event.preventDefault()
      begun = typed
      timer = setTimeout(() => {
        begun = ''
      }, PAUSE_MS)
    }
  }
}
