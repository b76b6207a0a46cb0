import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { HYDRATED_EVENT } from '#core/site/events.ts'
import { SETTING_NAMES, SETTINGS } from '#core/site/settings.ts'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'
import { runBoot } from '../../boot/runBoot.ts'
import { renderAt } from '../renderAt.tsx'

const KEY = storageName(STORED_SETTINGS, '/')
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? 'null')
const shown = () => ({ ...document.documentElement.dataset })

beforeAll(() => {
  runBoot(window)
  dispatchEvent(new Event(HYDRATED_EVENT))
})
afterEach(() => dispatchEvent(new StorageEvent('storage', { key: null })))

async function openSettings() {
  renderAt('/help')
  // The frame that stands until the page has come has a button of its own.
  await screen.findByRole('heading', { level: 1, name: 'Help' })
  const button = screen.getByRole('button', { name: 'Settings' })
  await userEvent.click(button)
  const dialog = await screen.findByRole('dialog', { name: 'Settings' })
  const reset = within(dialog).getByRole('button', { name: 'Reset to the defaults' })
  const radio = (name: string) => within(dialog).getByRole<HTMLInputElement>('radio', { name })
  return { button, dialog, reset, radio }
}

test('every value of every setting can be chosen, is shown at once and kept', async () => {
  const { dialog } = await openSettings()
  for (const name of SETTING_NAMES.filter(name => name !== 'keys')) {
    const { label, byDefault, values } = SETTINGS[name]
    const group = within(dialog).getByRole('group', { name: label })
    const checked = () => within(group).getByRole<HTMLInputElement>('radio', { checked: true }).value
    expect(checked()).toBe(byDefault)
    for (const [value, words] of [...Object.entries(values), [byDefault, values[byDefault as never]]]) {
      await userEvent.click(within(group).getByRole('radio', { name: words }))
      expect(checked()).toBe(value)
      const chosen = value === byDefault ? undefined : value
      expect(shown()[name]).toBe(chosen)
      expect(stored()?.[name]).toBe(chosen)
    }
  }
})

test('the switch turns single keys off and on', async () => {
  const { dialog } = await openSettings()
  const keys = within(dialog).getByRole<HTMLInputElement>('switch', { name: 'Single-key shortcuts' })
  expect(keys.checked).toBe(true)
  await userEvent.click(keys)
  expect([keys.checked, shown().keys, stored()]).toEqual([false, 'off', { keys: 'off' }])
  await userEvent.click(keys)
  expect([keys.checked, shown().keys, stored()]).toEqual([true, undefined, null])
})

test('the defaults come back at once, are said to, and cannot be asked for twice', async () => {
  const { dialog, reset, radio } = await openSettings()
  expect(reset.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(radio('Dark'))
  await userEvent.click(radio('Six lines'))
  expect(reset.getAttribute('aria-disabled')).toBe('false')
  await userEvent.click(reset)
  expect([shown(), stored()]).toEqual([{}, null])
  expect(radio('As the system').checked).toBe(true)
  expect(reset.getAttribute('aria-disabled')).toBe('true')
  within(dialog).getByText('All settings are at their defaults')
})

test('it opens with what is chosen under the focus', async () => {
  localStorage.setItem(KEY, '{"theme":"dark"}')
  dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: '{"theme":"dark"}' }))
  const { radio } = await openSettings()
  expect(document.activeElement).toBe(radio('Dark'))
})

test('an open dialog follows another tab', async () => {
  const { radio } = await openSettings()
  dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: '{"density":"tight"}' }))
  await waitFor(() => expect(radio('Tight').checked).toBe(true))
})

test.each(['blocked', 'full'])(
  'where storage is %s, settings hold and are said to be lost later',
  async how => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', how === 'full' ? 'QuotaExceededError' : 'SecurityError')
    })
    const { dialog, radio } = await openSettings()
    await userEvent.click(radio('Dark'))
    await userEvent.click(radio('Tight'))
    expect(shown()).toEqual({ theme: 'dark', density: 'tight' })
    expect(stored()).toBeNull()
    const said = within(dialog).getAllByText(/the settings last until you close this page/)
    expect(said.map(element => element.closest('[role="status"]') !== null)).toEqual([false, true])
    vi.restoreAllMocks()
    await userEvent.click(radio('Light'))
    expect(stored()).toEqual({ theme: 'light', density: 'tight' })
    within(dialog).getByText(/Stored in this browser only/)
  },
)
