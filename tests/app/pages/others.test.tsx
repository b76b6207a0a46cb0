import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent

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
