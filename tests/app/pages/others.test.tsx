import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { inList, renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent

test('a theme shows its meaning, its rule and its papers', async () => {
  renderAt('/theme/kv-cache')
  expect(await screen.findAllByRole('article')).toHaveLength(3)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('KV caching')
  expect(screen.getByText(/"kv caching"/)).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Edit as search' }))
  expect(address()).toMatch(/^\/\?q=%22kv\+cache%22\+%7C/)
  expect(await screen.findByText(/^3 of 46 papers/, inList)).toBeTruthy()
})

test('a theme that does not exist offers all themes and a search', async () => {
  renderAt('/theme/no-such-theme')
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('No such theme')
  await userEvent.click(screen.getByRole('link', { name: 'Search for the words instead' }))
  expect(address()).toBe('/?q=no+such+theme')
})

test('all themes are listed by group with their counts', async () => {
  renderAt('/themes')
  const link = await screen.findByRole('link', { name: 'KV caching' })
  expect(link.parentElement?.textContent).toMatch(/^KV caching3/)
  expect(screen.getByRole('heading', { name: 'Reinforcement learning' })).toBeTruthy()
})

test('help teaches every operator by an example that can be run', async () => {
  renderAt('/help')
  await userEvent.click(await screen.findByRole('link', { name: 'has:code' }))
  expect(address()).toBe('/?q=has:code')
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(5)
})

test('an address that leads nowhere leads home', async () => {
  renderAt('/nowhere')
  expect(await screen.findByRole('heading', { name: 'This page was never printed' })).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'The front page' }))
  expect(address()).toBe('/')
})

test.each(['/paper', '/paper/'])('%s, without an id, leads nowhere', async path => {
  renderAt(path)
  expect(await screen.findByRole('heading', { name: 'This page was never printed' })).toBeTruthy()
})

test.each([
  ['/theme/RLVR?view=compact', '/theme/rlvr?view=compact'],
  ['/index.html?q=mamba', '/?q=mamba'],
])('%s leads to %s', async (from, to) => {
  renderAt(from)
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0)
  expect(address()).toBe(to)
})
