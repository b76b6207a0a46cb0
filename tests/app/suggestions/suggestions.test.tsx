import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import { STORED_QUERIES, storageName } from '#core/site/storageNames.ts'
import { engineWith, inList, paperHeading, renderAt } from '../renderAt.tsx'

const KEY = storageName(STORED_QUERIES, '/')

const address = () => screen.getByLabelText('Address').textContent
const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search papers' })
const optionsIn = (element: HTMLElement) => within(element).getAllByRole('option')
const list = () => screen.findByRole('listbox', { name: 'Suggestions' })
const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent
/** Fills with what is said to screen readers from now on, each before the next takes its place. */
function hearing(): string[] {
  const heard: string[] = []
  const region = document.querySelector('p[role=status]') as Element
  const listener = new MutationObserver(() => heard.push(region.textContent ?? ''))
  listener.observe(region, { childList: true, subtree: true, characterData: true })
  return heard
}
const kept = () => JSON.parse(localStorage.getItem(KEY) ?? '[]')

async function open(at = '/', engine?: SearchEngine): Promise<void> {
  renderAt(at, engine)
  await screen.findAllByRole('article')
}

test('typing an operator lists its values, and the keyboard chooses one', async () => {
  await open()
  await userEvent.type(box(), 'policy theme:')
  const group = within(await list()).getByRole('group', { name: 'Theme' })
  const first = optionsIn(group)[0]?.textContent ?? ''
  expect(box().getAttribute('aria-expanded')).toBe('true')
  expect(box().getAttribute('aria-controls')).toBe((await list()).id)
  expect(active()).toBeUndefined()
  await userEvent.keyboard('{ArrowDown}')
  expect(active()).toBe(first)
  expect(within(group).getByRole('option', { selected: true }).textContent).toBe(first)
  await userEvent.keyboard('{ArrowUp}')
  expect(active()).toBeUndefined()
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
  const id = /theme:(\S+)/.exec(first)?.[1]
  expect(box().value).toBe(`policy theme:${id} `)
  expect(box().selectionStart).toBe(box().value.length)
  await waitFor(() => expect(address()).toBe(`/?q=policy+theme:${id}`))
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(box().getAttribute('aria-expanded')).toBe('false')
})

test('an operator chosen leads on to its values, in the middle of a query too', async () => {
  await open()
  await userEvent.type(box(), 'th token', { initialSelectionStart: 0 })
  await list()
  box().setSelectionRange(2, 2)
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}')
  await userEvent.click(await screen.findByRole('option', { name: /^theme:/ }))
  expect(box().value).toBe('theme: token')
  expect(box().selectionStart).toBe('theme:'.length)
  expect(document.activeElement).toBe(box())
  await userEvent.click(await screen.findByRole('option', { name: /^Tokenisation/ }))
  expect(box().value).toBe('theme:tokenization token')
})

test('Enter without having chosen searches for what was typed', async () => {
  await open()
  await userEvent.type(box(), 'kv cach')
  await screen.findByRole('option', { name: /^KV caching/ })
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(address()).toBe('/?q=kv+cach')
  expect(box().value).toBe('kv cach')
})

test('a list that comes after the search does not open', async () => {
  await open()
  box().focus()
  fireEvent.change(box(), { target: { value: 'theme:' } })
  fireEvent.submit(box().form as HTMLFormElement)
  await waitFor(() => expect(kept()).toEqual(['theme:']))
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(screen.queryByRole('listbox')).toBeNull()
  fireEvent.change(box(), { target: { value: 'has:' } })
  fireEvent.input(box())
  expect(await list()).toBeTruthy()
})

test('a theme takes the place of the words that name it', async () => {
  await open()
  await userEvent.type(box(), 'attention kv cach')
  await userEvent.click(await screen.findByRole('option', { name: /^KV caching/ }))
  expect(box().value).toBe('attention theme:kv-cache ')
})

test('a paper chosen is opened, and leads back to what was typed', async () => {
  await open()
  await userEvent.type(box(), 'mixture recursons')
  const title = /^Mixture-of-Recursions/
  await userEvent.click(await screen.findByRole('option', { name: title }))
  expect((await paperHeading()).textContent).toMatch(title)
  const back = screen.getByRole('link', { name: 'Back to the list' })
  expect(back.getAttribute('href')).toBe('/?q=mixture+recursons')
})

test('Escape closes the list first and clears the box then; typing opens it again', async () => {
  await open()
  await userEvent.type(box(), 'theme:')
  await list()
  await userEvent.keyboard('{ArrowDown}{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(box().value).toBe('theme:')
  await userEvent.keyboard('r')
  await list()
  await userEvent.keyboard('{Escape}{Escape}')
  expect(box().value).toBe('')
})

test('Home and End stay in the text, and let go of the option', async () => {
  await open()
  await userEvent.type(box(), 'theme:')
  await list()
  await userEvent.keyboard('{ArrowDown}{Home}')
  expect(active()).toBeUndefined()
  expect(box().selectionStart).toBe(0)
})

test('the list goes when the box is left, by Tab or by pressing elsewhere', async () => {
  await open()
  await userEvent.type(box(), 'theme:')
  await list()
  await userEvent.tab()
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.click(box())
  await list()
  await userEvent.click(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('the list does not open by itself: not with the page, nor when the focus is sent to the box', async () => {
  await open('/?q=theme:rlvr')
  await userEvent.hover(box())
  await userEvent.click(screen.getByRole('link', { name: /^Remove filter/ }))
  expect(document.activeElement).toBe(box())
  await userEvent.hover(box())
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('keys that an input method keeps neither choose nor search nor clear', async () => {
  await open()
  await userEvent.type(box(), 'theme:')
  await list()
  await userEvent.keyboard('{ArrowDown}')
  const chosen = active()
  for (const key of ['Enter', 'Escape', 'ArrowDown']) {
    const event = createEvent.keyDown(box(), { key, keyCode: 229, isComposing: true })
    fireEvent(box(), event)
    expect(event.defaultPrevented, key).toBe(false)
    fireEvent.keyDown(box(), { key, keyCode: 229 })
  }
  expect(active()).toBe(chosen)
  expect(box().value).toBe('theme:')
})

test('how many suggestions there are is said, once they rest', async () => {
  await open()
  const heard = hearing()
  await userEvent.type(box(), 'has:')
  const words = `${optionsIn(await list()).length} suggestions`
  await waitFor(() => expect(heard).toContain(words))
})

test('an engine that cannot suggest leaves a box that searches', async () => {
  await open('/', engineWith({ suggest: () => Promise.reject(new Error('broken')) }))
  await userEvent.type(box(), 'entropy{Enter}')
  await screen.findByText(/ of 46 papers/, inList)
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('the empty box offers what was searched for last, and operators', async () => {
  localStorage.setItem(KEY, JSON.stringify(['entropy', 'theme:rlvr']))
  await open()
  expect(screen.queryByRole('listbox')).toBeNull()
  await userEvent.click(box())
  const recent = within(await list()).getByRole('group', { name: 'Recent queries' })
  expect(optionsIn(recent).map(option => option.textContent)).toEqual([
    'entropy',
    'theme:rlvr',
    'Clear recent queries',
  ])
  within(await list()).getByRole('group', { name: 'Narrow by' })
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(address()).toBe('/?q=theme:rlvr')
  expect(box().value).toBe('theme:rlvr')
  expect(kept()).toEqual(['theme:rlvr', 'entropy'])
})

test('an operator chosen in the empty box shows its values', async () => {
  await open()
  await userEvent.click(box())
  await userEvent.click(await screen.findByRole('option', { name: /^has:/ }))
  expect(box().value).toBe('has:')
  await screen.findByRole('option', { name: /^code/ })
})

test('Tab into the empty box opens the list as a click does', async () => {
  await open()
  while (document.activeElement !== box()) await userEvent.tab()
  expect(await list()).toBeTruthy()
})

test('recent queries are removed one by one, by button or key, and all at once', async () => {
  localStorage.setItem(KEY, JSON.stringify(['a', 'b', 'c', 'd']))
  await open()
  const heard = hearing()
  await userEvent.click(box())
  await userEvent.click(await screen.findByRole('button', { name: 'Remove b' }))
  expect(kept()).toEqual(['a', 'c', 'd'])
  expect(document.activeElement).toBe(box())
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Delete}')
  expect(kept()).toEqual(['a', 'd'])
  await waitFor(() => expect(heard).toContain('Removed c'))
  await userEvent.click(screen.getByRole('option', { name: 'Clear recent queries' }))
  expect(localStorage.getItem(KEY)).toBeNull()
  expect(screen.queryByRole('group', { name: 'Recent queries' })).toBeNull()
})

test('a query counts as recent when it was submitted, or something in its list was used, and not before', async () => {
  await open()
  await userEvent.type(box(), 'entropy')
  await waitFor(() => expect(address()).toBe('/?q=entropy'))
  expect(kept()).toEqual([])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(kept()).toEqual(['entropy']))
  await userEvent.clear(box())
  await userEvent.type(box(), 'token')
  await waitFor(() => expect(address()).toBe('/?q=token'))
  const [title] = within((await screen.findAllByRole('article'))[0] as HTMLElement).getAllByRole('link')
  await userEvent.click(title as HTMLElement)
  await waitFor(() => expect(kept()).toEqual(['token', 'entropy']))
})

test('a query that somebody stays on counts as recent', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  renderAt('/?q=codec')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(kept()).toEqual([])
  await vi.advanceTimersByTimeAsync(1_500)
  vi.useRealTimers()
  await waitFor(() => expect(kept()).toEqual(['codec']))
})
