import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { fitting, type PaletteItem } from '#app/commands/Palette.tsx'
import { renderAt } from '../renderAt.tsx'

beforeEach(() => {
  // jsdom does not lay out pages.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
    },
  )
})

const address = () => screen.getByLabelText('Address').textContent
const box = () => screen.getByLabelText<HTMLInputElement>('Search papers')
const titles = () => [...document.querySelectorAll<HTMLElement>('article[data-paper] h2 a')]
const palette = (name = 'Commands') =>
  waitFor(() => {
    const opened = document.querySelector('dialog') as HTMLDialogElement
    expect(opened.querySelector('h2')?.textContent).toBe(name)
    return opened
  })
const namesIn = (dialog: HTMLElement) =>
  within(dialog)
    .queryAllByRole('option')
    .map(({ textContent }) => textContent ?? '')

async function listAt(at: string) {
  const user = userEvent.setup()
  renderAt(at)
  await waitFor(() => expect(titles().length).toBeGreaterThan(3))
  return user
}

test('> typed first in the search box opens all commands, and the query stays', async () => {
  const user = await listAt('/?q=theme:rlvr')
  await user.click(box())
  box().select()
  await user.keyboard('>')
  const dialog = await palette()
  expect(document.activeElement).toBe(within(dialog).getByRole('combobox'))
  expect(box().value).toBe('theme:rlvr')
  const names = namesIn(dialog)
  expect(names).toContain('Next paperj')
  expect(names).toContain('Newest digest')
  expect(names.some(name => name.startsWith('Next paper of the list'))).toBe(false)
})

test('> elsewhere in a query is a sign like others', async () => {
  const user = await listAt('/')
  await user.type(box(), 'comments:>3')
  expect(box().value).toBe('comments:>3')
  expect(document.querySelector('dialog')).toBeNull()
})

test('Ctrl with K twice: what is chosen is done to the paper that had the focus', async () => {
  const user = await listAt('/?q=theme:rlvr')
  titles()[2]?.focus()
  await user.keyboard('{Control>}kk{/Control}')
  await palette()
  await user.keyboard('bibtex{Enter}')
  const dialog = await palette('Cite this paper')
  within(dialog).getByText(titles()[2]?.textContent as string)
})

test('pages are commands, and Ctrl with K or Escape closes the list of them', async () => {
  const user = await listAt('/')
  await user.keyboard('{Control>}kk{/Control}')
  let dialog = await palette()
  await user.keyboard('{Control>}k{/Control}')
  expect(dialog.isConnected).toBe(false)
  expect(document.querySelector('dialog')).toBeNull()
  await user.keyboard('{Control>}kk{/Control}')
  dialog = await palette()
  await user.keyboard('newest dig{Enter}')
  await waitFor(() => expect(address()).toBe('/digest/2025-12-11'))
})

test('what cannot be done here is not offered', async () => {
  const user = userEvent.setup()
  renderAt('/paper/2507.10524')
  await screen.findByRole('link', { name: 'arXiv' })
  await user.keyboard('/')
  await screen.findAllByRole('article')
  await user.keyboard('>')
  const inList = namesIn(await palette())
  expect(inList.some(name => name.startsWith('Compact'))).toBe(true)
  await user.keyboard('zzzz')
  expect(namesIn(await palette())).toEqual([])
  screen.getByText('No such command here.')
})

test('t narrows the list of the front page to a theme, and widens it again', async () => {
  const user = await listAt('/')
  await user.keyboard('t')
  let dialog = await palette('Themes')
  await user.keyboard('rlv')
  expect(namesIn(dialog)[0]).toMatch(/^RLVR/)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(address()).toBe('/?q=theme:rlvr'))
  expect(document.querySelector('dialog')).toBeNull()
  await user.keyboard('t')
  dialog = await palette('Themes')
  within(dialog).getByRole('option', { name: /RLVR.*shown only/ })
  await user.keyboard('rlvr')
  fireEvent.keyDown(within(dialog).getByRole('combobox'), { key: 'Enter', altKey: true })
  await waitFor(() => expect(address()).toBe('/?q=-theme:rlvr'))
  await user.keyboard('t')
  await palette('Themes')
  await user.keyboard('rlvr{Enter}')
  await waitFor(() => expect(address()).toBe('/?q=theme:rlvr'))
  await user.keyboard('t')
  await palette('Themes')
  await user.keyboard('rlvr{Enter}')
  await waitFor(() => expect(address()).toBe('/'))
})

test('elsewhere t opens the page of a theme', async () => {
  const user = userEvent.setup()
  renderAt('/paper/2507.10524')
  await screen.findByRole('link', { name: 'arXiv' })
  await user.keyboard('t')
  await palette('Themes')
  await user.keyboard('kv{Enter}')
  await waitFor(() => expect(address()).toBe('/theme/kv-cache'))
})

const choice = (name: string, words = ''): PaletteItem => ({
  id: name,
  name,
  group: 'Group',
  words,
  act: () => undefined,
})
const found = (typed: string, ...choices: PaletteItem[]) => fitting(choices, typed).map(({ name }) => name)

test('letters find names, also apart, the best first; words find what is also called so', () => {
  const memory = choice('Memory')
  const methods = choice('Mathematics & methods')
  const tuning = choice('Fine-tuning', 'LoRA and other adapters')
  expect(found('', methods, memory)).toEqual(['Mathematics & methods', 'Memory'])
  expect(found('tun', choice('Tool unit'), tuning)[0]).toBe('Fine-tuning')
  expect(found('lora', memory, tuning)).toEqual(['Fine-tuning'])
  expect(found('ora', tuning)).toEqual([])
  // Poor fits are noise beside a good one, and very poor ones always.
  expect(found('mem', methods)).toEqual(['Mathematics & methods'])
  expect(found('mem', methods, memory)).toEqual(['Memory'])
  expect(found('mem', choice('Detection & segmentation'))).toEqual([])
})
