import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { paperHeading, renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent

test('an address that leads nowhere leads home', async () => {
  renderAt('/nowhere')
  await screen.findByRole('heading', { name: 'This page was never printed' })
  await userEvent.click(screen.getByRole('link', { name: 'The front page' }))
  expect(address()).toBe('/')
})

test('an address that leads nowhere offers to search for its words', async () => {
  renderAt('/blog/mamba_models.html')
  await userEvent.click(await screen.findByRole('link', { name: 'Search for “blog mamba models”' }))
  expect(address()).toBe('/?q=blog+mamba+models')
})

test.each([
  ['/theme/RLVR?view=compact', '/theme/rlvr?view=compact'],
  ['/index.html?q=mamba', '/?q=mamba'],
  ['/paper', '/'],
  ['/paper/', '/'],
  ['/search?q=mamba&amp;view=compact', '/?q=mamba&view=compact'],
  ['/theme/rlvr%22).?utm_source=x', '/theme/rlvr'],
  ['/papers/date/2025-12-11', '/digest/2025-12-11'],
  ['/digest/2025-12-11,', '/digest/2025-12-11'],
])('%s leads to %s', async (from, to) => {
  renderAt(from)
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0)
  expect(address()).toBe(to)
})

test.each([
  '/abs/2512.05564v2',
  '/pdf/2512.05564.pdf',
  '/paper/2512.05564).',
  '/paper/2512.05564%E0%A4%A',
  '/paper/ARXIV.2512.05564',
])('%s leads to the paper', async from => {
  renderAt(from)
  expect((await paperHeading()).textContent).toContain('ProPhy')
  expect(address()).toBe('/paper/2512.05564')
})
