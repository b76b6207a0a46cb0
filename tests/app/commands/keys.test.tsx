import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { pressedKey } from '#app/commands/pressedKey.ts'
import { CARDS, renderAt } from '../renderAt.tsx'

afterEach(() => {
  delete document.documentElement.dataset.keys
})

const address = () => screen.getByLabelText('Address').textContent
const cards = () => [...document.querySelectorAll<HTMLElement>('article[data-paper]')]
const titleOf = (card: HTMLElement | undefined) => card?.querySelector('h2 a') as HTMLAnchorElement
const dialog = (name: string) =>
  waitFor(() => {
    const opened = document.querySelector('dialog') as HTMLDialogElement
    expect(opened.querySelector('h2')?.textContent).toBe(name)
    return opened
  })

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })

/** Presses a key and waits until it has done what it does: the first loads all of them. */
const pressed = async (key: string, done: () => void) => {
  press(key)
  await waitFor(done)
}

/** Has all keys loaded, and nothing begun. */
async function keysLoaded() {
  await import('#app/commands/keySequences.ts')
  press('j')
  await waitFor(() => expect(document.activeElement).toBe(titleOf(cards()[0])))
}

const LIST = '/?q=theme:rlvr'

async function listAt(at = LIST) {
  const user = userEvent.setup()
  renderAt(at)
  await waitFor(() => expect(cards().length).toBeGreaterThan(3))
  return user
}

/** What a key that is pressed in an element says to commands. */
function said(
  key: string,
  more: KeyboardEventInit = {},
  target: Element = document.body,
): string | undefined {
  let heard: string | undefined
  const listen = (event: KeyboardEvent) => {
    heard = pressedKey(event)
  }
  document.addEventListener('keydown', listen)
  fireEvent.keyDown(target, { key, ...more })
  document.removeEventListener('keydown', listen)
  return heard
}

test('j and k lead from title to title, and not past the ends', async () => {
  await listAt('/?q=theme:rlvr')
  await keysLoaded()
  press('j')
  expect(document.activeElement).toBe(titleOf(cards()[1]))
  press('j', { repeat: true })
  expect(document.activeElement).toBe(titleOf(cards()[2]))
  press('k')
  expect(document.activeElement).toBe(titleOf(cards()[1]))
  press('k')
  press('k')
  expect(document.activeElement).toBe(titleOf(cards()[0]))
  for (const _ of cards()) press('j')
  expect(document.activeElement).toBe(titleOf(cards().at(-1)))
})

test('o opens the paper, j and k go on in its list', async () => {
  await listAt()
  const names = cards().map(card => titleOf(card).textContent)
  await keysLoaded()
  press('j')
  press('o')
  const isOpen = (name: string | null | undefined) => {
    expect(document.querySelector('h1')?.textContent).toBe(name)
    expect(document.activeElement).toBe(document.querySelector('h1'))
    // The place in the list is known a moment later.
    expect(document.querySelectorAll('nav a[rel]')).toHaveLength(2)
  }
  await waitFor(() => isOpen(names[1]))
  press('j')
  await waitFor(() => isOpen(names[2]))
  press('k')
  await waitFor(() => isOpen(names[1]))
})

test('the first key does what it says, though nothing was loaded before', async () => {
  await listAt()
  press('g')
  press('t')
  await waitFor(() => expect(address()).toBe('/themes'))
})

test('c cites the paper that has the focus, and its title has the focus', async () => {
  await listAt('/?q=theme:rlvr')
  await keysLoaded()
  press('j')
  press('c')
  const opened = await dialog('Cite this paper')
  within(opened).getByText(titleOf(cards()[1]).textContent as string)
  expect(document.activeElement).toBe(titleOf(cards()[1]))
})

test('without a focus the first paper in view is meant', async () => {
  await listAt('/?q=theme:rlvr')
  const tops = [-300, -80, 40, 300]
  for (const [at, card] of cards().entries())
    for (const element of [card, titleOf(card)])
      element.getBoundingClientRect = () => new DOMRect(0, tops[at] ?? 900, 100, 200)
  await pressed('c', () => expect(document.querySelector('dialog')).not.toBeNull())
  expect(document.activeElement).toBe(titleOf(cards()[2]))
})

test('below what is sticky, that is, and a focused paper out of view is not meant', async () => {
  await listAt('/?q=theme:rlvr')
  const held = document.querySelector<HTMLElement>('[data-sticky="search"]') as HTMLElement
  held.style.position = 'sticky'
  Object.defineProperty(held, 'offsetHeight', { value: 60 })
  const tops = [-300, -80, 40, 300]
  for (const [at, card] of cards().entries())
    for (const element of [card, titleOf(card)])
      element.getBoundingClientRect = () => new DOMRect(0, tops[at] ?? 900, 100, 100)
  titleOf(cards()[0]).focus()
  await pressed('j', () => expect(document.activeElement).toBe(titleOf(cards()[3])))
})

test('y copies, v opens the source, in the compact layout too', async () => {
  const user = await listAt('/?q=theme:rlvr&view=compact')
  const opened = vi.spyOn(window, 'open').mockReturnValue(null)
  await keysLoaded()
  press('v')
  expect(opened).toHaveBeenCalledWith(
    expect.stringMatching(/^https:\/\/arxiv\.org\//),
    '_blank',
    'noopener,noreferrer',
  )
  press('v', { repeat: true })
  expect(opened).toHaveBeenCalledTimes(1)
  press('y')
  await waitFor(async () =>
    expect(await navigator.clipboard.readText()).toBe((titleOf(cards()[0]) as HTMLAnchorElement).href),
  )
  await screen.findByText('Link copied', { selector: '[aria-hidden]' })
  press('c')
  await dialog('Cite this paper')
  void user
})

test('on the page of a paper v follows its first link outward, y copies its link', async () => {
  const user = userEvent.setup()
  renderAt('/paper/2507.10524')
  const { href } = await screen.findByRole<HTMLAnchorElement>('link', { name: 'arXiv' })
  const opened = vi.spyOn(window, 'open').mockReturnValue(null)
  await pressed('v', () => expect(opened).toHaveBeenCalledTimes(1))
  expect(opened).toHaveBeenCalledWith(href, '_blank', 'noopener,noreferrer')
  press('y')
  await waitFor(async () =>
    expect(await navigator.clipboard.readText()).toBe('http://localhost:3000/paper/2507.10524'),
  )
  void user
})

test('1 2 3 choose the layout', async () => {
  await listAt()
  await pressed('1', () => expect(address()).toBe(`${LIST}&view=compact`))
  press('3')
  expect(address()).toBe(`${LIST}&view=full`)
  press('2')
  expect(address()).toBe(LIST)
})

test('/ and Ctrl with K lead to the search box, with its text selected', async () => {
  await listAt('/?q=theme:rlvr')
  const box = screen.getByLabelText<HTMLInputElement>('Search papers')
  for (const init of [{ key: '/' }, { key: 'k', ctrlKey: true }]) {
    titleOf(cards()[0]).focus()
    // Prevented: browsers have uses of their own for both.
    expect(fireEvent.keyDown(titleOf(cards()[0]), init)).toBe(false)
    expect(document.activeElement).toBe(box)
    expect([box.selectionStart, box.selectionEnd]).toEqual([0, 10])
  }
})

test('where there is no search box, / leads to the one of the front page, and it keeps the focus', async () => {
  renderAt('/paper/2507.10524')
  await screen.findByRole('link', { name: 'arXiv' })
  press('/')
  expect(document.activeElement).toBe(screen.getByLabelText('Search papers'))
  await waitFor(() => expect(cards().length).toBe(CARDS))
  expect(document.activeElement).toBe(screen.getByLabelText('Search papers'))
})

test('a sequence ends with another key, and after a while', async () => {
  await listAt()
  await keysLoaded()
  vi.useFakeTimers()
  press('g')
  press('j')
  press('d')
  expect(address()).toBe(LIST)
  press('g')
  act(() => void vi.advanceTimersByTime(1_600))
  press('d')
  expect(address()).toBe(LIST)
  press('g')
  act(() => void vi.advanceTimersByTime(1_400))
  // Held for the sake of another key, it is none itself.
  press('Shift')
  press('d')
  expect(address()).toBe('/digests')
})

test('no key does anything while somebody types or composes, with modifiers, or in a dialog', () => {
  expect(said('j')).toBe('j')
  const typedIn = document.createElement('div')
  typedIn.innerHTML =
    '<input><input type="checkbox"><textarea></textarea><select></select><p contenteditable><b></b></p><p contenteditable="false"></p>'
  document.body.append(typedIn)
  const [text, check, area, select, , bold] = typedIn.querySelectorAll('*')
  for (const element of [text, check, area, select, bold]) {
    expect(said('j', {}, element)).toBeUndefined()
    expect(said('k', { ctrlKey: true }, element)).toBe('mod+k')
  }
  expect(said('j', {}, typedIn.lastElementChild as Element)).toBe('j')
  typedIn.remove()
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    expect(said('j', { [modifier]: true })).toBeUndefined()
  expect(said('J', { shiftKey: true })).not.toBe('j')
  expect(said('k', { ctrlKey: true, shiftKey: true })).toBeUndefined()
  expect(said('j', { isComposing: true })).toBeUndefined()
  expect(said('j', { keyCode: 229 })).toBeUndefined()
  const dialog = document.createElement('dialog')
  document.body.append(dialog)
  dialog.showModal()
  expect(said('j')).toBeUndefined()
  expect(said('k', { ctrlKey: true })).toBeUndefined()
  dialog.remove()
})

test('keys are read by what they write: Caps Lock, Shift and AltGr do not matter', () => {
  expect(said('J')).toBe('j')
  expect(said('/', { shiftKey: true })).toBe('/')
  expect(said('?', { shiftKey: true })).toBe('?')
  expect(said('/', { ctrlKey: true, altKey: true, modifierAltGraph: true })).toBe('/')
  expect(said('j', { ctrlKey: true, altKey: true, modifierAltGraph: true })).toBeUndefined()
})

test('on computers by Apple ⌘ stands in the place of Ctrl', () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
  expect(said('k', { metaKey: true })).toBe('mod+k')
  expect(said('k', { ctrlKey: true })).toBeUndefined()
})

test('where single keys are switched off, only Ctrl with K is heard', async () => {
  await listAt()
  document.documentElement.dataset.keys = 'off'
  for (const key of ['j', '/', '?', 'g']) expect(said(key)).toBeUndefined()
  press('k', { ctrlKey: true })
  expect(document.activeElement).toBe(screen.getByLabelText('Search papers'))
})

test('? and the button at the foot of the page show the keys there are', async () => {
  const user = await listAt()
  for (const ask of [
    () => void press('?'),
    () => user.click(screen.getByText('Keyboard shortcuts', { selector: 'footer button' })),
  ]) {
    await ask()
    const sheet = await dialog('Keyboard shortcuts')
    within(sheet).getByText('Next paper')
    within(sheet).getByText(/“Settings” at the top of each page switches single keys off/)
    await user.click(within(sheet).getByRole('button', { name: 'Close' }))
    expect(document.querySelector('dialog')).toBeNull()
  }
})
