import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

// Two cores, two projects: an answer may take its time.
configure({ asyncUtilTimeout: 5_000 })
vi.setConfig({ testTimeout: 20_000 })

let errors: MockInstance
let warnings: MockInstance

beforeEach(() => {
  localStorage.clear()
  errors = vi.spyOn(console, 'error')
  warnings = vi.spyOn(console, 'warn')
  // jsdom does not lay out pages and so cannot scroll.
  vi.stubGlobal('scrollTo', () => undefined)
  Element.prototype.scrollIntoView = () => undefined
  // Nor does it know dialogs that hold back the page.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

/** Whatever a page says on the console is a defect. */
afterEach(() => {
  cleanup()
  expect(errors.mock.calls).toEqual([])
  expect(warnings.mock.calls).toEqual([])
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
