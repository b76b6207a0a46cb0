import type { Held } from '#boot/heldInput.ts'
import { isInSearch } from '../navigation/focusTargets.ts'
import { useOverlay } from './overlay.ts'
import './keySequences.ts'

/** Limit and interval of waiting for lazy parts. */
const MAX_WAIT_MS = 5_000
const POLL_MS = 20

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const isComing = (): boolean => {
  const { overlay } = useOverlay.getState()
  const isOpening = overlay && overlay.kind !== 'toast' && !document.querySelector('dialog[open]')
  return Boolean(isOpening) || document.querySelector('main')?.childElementCount === 0
}

/** Waits until the last act has rendered, with its lazy parts. */
async function settled(): Promise<void> {
  await pause(0)
  for (let waited = 0; isComing() && waited < MAX_WAIT_MS; waited += POLL_MS) await pause(POLL_MS)
}

const send = (form: HTMLFormElement | null): void =>
  void form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))

/** Types a key into the box that has the focus, so that it can be undone. */
function typeInto(box: HTMLInputElement, key: string): void {
  if (key === 'Enter') send(box.form)
  else if (key === 'Backspace') document.execCommand('delete')
  else document.execCommand('insertText', false, key)
}

function press(init: KeyboardEventInit): void {
  // A box that somebody types in already keeps its caret.
  const box = isInSearch() && (document.activeElement as HTMLElement)
  document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))
  if (box) box.focus()
}

function take(held: Held, later: readonly Held[]): void {
  if ('form' in held) send(held.form)
  else if ('box' in held) {
    if (document.activeElement === held.box) held.box.click()
  } else if ('button' in held) {
    const opensDialog = held.button.getAttribute('aria-haspopup') === 'dialog'
    // A later click supersedes a dialog.
    if (opensDialog && later.some(other => 'button' in other)) return
    if (held.button.isConnected) held.button.click()
  } else {
    const { activeElement } = document
    if (held.isText && activeElement instanceof HTMLInputElement) typeInto(activeElement, held.key.key)
    else press(held.key)
  }
}

/**
 * Replays held input in its order, each event once. New input is held until all is done.
 *
 * @param held is emptied
 * @param stop ends the holding
 */
export async function replay(held: Held[], stop: () => void): Promise<void> {
  await settled()
  for (let next = held.shift(); next; next = held.shift()) {
    take(next, held)
    await settled()
  }
  stop()
}
