import { isMod, TYPED_IN } from '#core/site/keyboard.ts'
import { areSingleKeysOn, isApple } from '../io/platform.ts'

/**
 * The key as commands name it: `j`, `?`, `mod+k`. Undefined while somebody types or composes, in a dialog, with modifiers
 * other than those that make the character, and if single keys are switched off.
 */
export function pressedKey(event: KeyboardEvent): string | undefined {
  const { key, target } = event
  // 229: a key that an input method keeps for itself.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return undefined
  if (document.querySelector('dialog[open]')) return undefined
  if (isMod(event, isApple()) && key.toLowerCase() === 'k') return 'mod+k'
  // Some keyboards make `/` or `?` with AltGr, which may be reported as Ctrl and Alt.
  const isMade = event.getModifierState('AltGraph') && /^[^a-z\d]$/i.test(key)
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !isMade)) return undefined
  if (!areSingleKeysOn()) return undefined
  if (target instanceof Element && target.closest(TYPED_IN)) return undefined
  // Caps Lock does not make another command of a letter.
  return event.shiftKey ? key : key.toLowerCase()
}
