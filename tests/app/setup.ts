import { cleanup, configure, getConfig } from '@testing-library/react'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'
import { quickly } from './computedStyle.ts'
import { resetStores } from './stores.ts'

// Limits for what hangs, not for what is slow: a whole list takes from one to six seconds, as busy as the machine is.
configure({ asyncUtilTimeout: 30_000 })

const { getElementError } = getConfig()
// Who waits asks again at each change. The page is printed where the wait ends in vain, not each time before.
configure({
  getElementError(message, container) {
    const { _disableExpensiveErrorDiagnostics: isAskedAgain } = getConfig() as {
      _disableExpensiveErrorDiagnostics?: boolean
    }
    return isAskedAgain ? new Error(message ?? '') : getElementError(message, container)
  },
})

export const jsdomsStyle = window.getComputedStyle
const quickStyle = quickly(jsdomsStyle)

let errors: MockInstance
let warnings: MockInstance

beforeEach(() => {
  localStorage.clear()
  errors = vi.spyOn(console, 'error')
  warnings = vi.spyOn(console, 'warn')
  vi.stubGlobal('getComputedStyle', quickStyle)
  // jsdom does not lay out pages and so cannot scroll.
  vi.stubGlobal('scrollTo', () => undefined)
  vi.stubGlobal('scrollBy', () => undefined)
  Element.prototype.scrollIntoView = () => undefined
  document.elementFromPoint = () => null
  // Nor does it know how wide the window is: wide enough for whatever may stand beside a list.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }))
  // Nor does it know dialogs that hold back the page.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

/** Leaves nothing to the next test, of whatever file. And whatever a page says on the console is a defect. */
afterEach(() => {
  // First: what is cleaned up may wait for time to pass.
  vi.useRealTimers()
  cleanup()
  document.body.replaceChildren()
  resetStores()
  localStorage.clear()
  const said = [...errors.mock.calls, ...warnings.mock.calls]
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  expect(said).toEqual([])
})
