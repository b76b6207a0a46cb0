import { ACTED, BROKEN, ELSEWHERE, HYDRATED_EVENT, SEARCH_BOX } from '#core/site/events.ts'
import { hasSingleKeys, isApplePlatform, isMod, TYPED_IN } from '#core/site/keyboard.ts'

/** Something that a person did before the app ran. */
export type Held =
  | { button: HTMLElement }
  /** A click into the search box, which the browser has given the focus. */
  | { box: HTMLElement }
  | { form: HTMLFormElement }
  /** `isText`: a key that came after one that leads to a box, for which it was meant. */
  | { key: KeyboardEventInit & { key: string }; isText?: true }

/**
 * Replays held input in the app.
 *
 * @param held in the order of the events; emptied
 * @param stop ends the holding
 */
export type Replay = (held: Held[], stop: () => void) => void

const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'click'] as const

const { dataset } = document.documentElement

const isTypedIn = ({ target }: Event): boolean => (target as Element).closest(TYPED_IN) !== null

/** The search box, where it can be seen. */
function boxInView(): HTMLInputElement | undefined {
  const box = document.getElementById(SEARCH_BOX) as HTMLInputElement | null
  return box && dataset[ELSEWHERE] === undefined && box.getClientRects().length > 0 ? box : undefined
}

/** Events that the app dispatches are not held, nor any where it cannot run. */
const isHeldBack = ({ isTrusted }: Event): boolean => isTrusted && dataset[BROKEN] === undefined

/** Meaning of a key before the app runs. */
function keyPress(event: KeyboardEvent) {
  const { key, code, repeat, ctrlKey, metaKey, shiftKey, altKey } = event
  const modifierAltGraph = event.getModifierState('AltGraph')
  return {
    init: { key, code, repeat, ctrlKey, metaKey, shiftKey, altKey, modifierAltGraph },
    isPalette: isMod(event, isApplePlatform(navigator.platform)) && key.toLowerCase() === 'k',
    isPlain: !metaKey && (modifierAltGraph ? /^[^a-z\d]$/i.test(key) : !ctrlKey && !altKey),
  }
}

/**
 * Holds clicks on buttons, the search sent by Enter, and keys that mean something to the app, in the order in which they
 * come, until the app takes them. Text in the box is kept by the browser, and the app reads it there. Marks the page as
 * used as soon as somebody does anything in it.
 */
export function holdInput(): void {
  const held: Held[] = []
  // Whether the next keys are meant for a box that does not exist yet.
  let isForBox = false

  const hold = (event: Event, what: Held): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(what)
  }
  const onAct = (event: Event): void => {
    // A key held down goes on from the page before.
    if (!(event as KeyboardEvent).repeat) dataset[ACTED] = ''
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target } = event
    // 229: a key that an input method keeps for itself.
    if (!isHeldBack(event) || event.isComposing || event.keyCode === 229) return
    const { init, isPalette, isPlain } = keyPress(event)
    const isSingleOn = hasSingleKeys(dataset)
    const box = boxInView()
    if (isPalette || (key === '/' && isPlain && !isForBox && isSingleOn && !isTypedIn(event))) {
      if (box && held.every(each => 'box' in each) && document.activeElement !== box) {
        event.preventDefault()
        box.focus()
        box.select()
      } else {
        hold(event, { key: init })
        isForBox = true
      }
    } else if (isForBox) {
      if (isPlain && (key.length === 1 || key === 'Backspace' || key === 'Enter'))
        hold(event, { key: init, isText: true })
    } else if (isTypedIn(event)) {
      if (key !== 'Escape' || !box || target !== box) return
      if (box.value === '') box.blur()
      else box.value = ''
    } else if (isPlain && /^\S$/.test(key) && isSingleOn) hold(event, { key: init })
  }
  const onClick = (event: MouseEvent): void => {
    if (!isHeldBack(event)) return
    const { target } = event
    const last = held[held.length - 1]
    if (target === boxInView()) {
      // The browser places the caret. The app shows suggestions, which once are enough.
      if (!last || !('box' in last)) held.push({ box: target as HTMLElement })
      return
    }
    const button = (target as Element).closest('button')
    if (!button) return
    // A second click on the same button is a repetition of the first, which had no effect yet.
    if (last && 'button' in last && last.button === button) held.pop()
    hold(event, { button })
  }
  const onSubmit = (event: SubmitEvent): void => {
    if (isHeldBack(event)) hold(event, { form: event.target as HTMLFormElement })
  }
  const stop = (): void => {
    removeEventListener('keydown', onKeyDown, true)
    removeEventListener('click', onClick, true)
    removeEventListener('submit', onSubmit, true)
  }
  for (const act of ACTS) addEventListener(act, onAct, { passive: true, capture: true })
  addEventListener('keydown', onKeyDown, true)
  addEventListener('click', onClick, true)
  addEventListener('submit', onSubmit, true)
  const onHydrated = (event: Event): void => {
    const { detail: replay } = event as CustomEvent<Replay>
    for (const act of ACTS) removeEventListener(act, onAct, true)
    if (held.length > 0) replay(held, stop)
    else stop()
  }
  addEventListener(HYDRATED_EVENT, onHydrated, { once: true })
}
