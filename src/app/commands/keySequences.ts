import type { SiteNavigation } from '../navigation/Link.tsx'
import { actOf } from './acts.ts'
import { COMMAND_NAMES, COMMANDS } from './table.ts'

/** How long a sequence waits for its next key. */
const SEQUENCE_TIMEOUT_MS = 1_500
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

const isBeginning = (typed: string): boolean =>
  COMMAND_NAMES.some(name => COMMANDS[name].keys.some(key => key.startsWith(`${typed} `)))

/**
 * Runs commands by their keys.
 *
 * @returns takes each key as `pressedKey` reads it; one that continues no sequence ends it
 */
export function keySequences(site: SiteNavigation): (key: string | undefined, event: KeyboardEvent) => void {
  let begun = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  return (key, event) => {
    if (MODIFIERS.includes(event.key)) return
    const typed = begun === '' ? (key ?? '') : `${begun} ${key ?? ''}`
    clearTimeout(timer)
    begun = ''
    if (key === undefined) return
    const names = COMMAND_NAMES.filter(name => COMMANDS[name].keys.includes(typed))
    if (names.length > 0) {
      for (const name of names) {
        // A key held down would open tab after tab.
        const act = event.repeat && !COMMANDS[name].repeats ? undefined : actOf(name, site)
        if (!act) continue
        event.preventDefault()
        return act()
      }
    } else if (isBeginning(typed) && !event.repeat) {
      event.preventDefault()
      begun = typed
      timer = setTimeout(() => {
        begun = ''
      }, SEQUENCE_TIMEOUT_MS)
    }
  }
}
