import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { engineWith, renderAt } from '../renderAt.tsx'

/** As no schema lets it through, and no page expects it. */
const poisoned = (paper: CorpusPaper): CorpusPaper => ({
  ...paper,
  authors: { length: 1 } as unknown as string[],
})

/** An engine that spoils the first paper of every list but those a search for “mamba” finds. */
const spoiling = (): SearchEngine =>
  engineWith({
    search: async (...args) => {
      const response = await digestEngine().search(...args)
      if (args[0].q === 'mamba') return response
      return {
        ...response,
        hits: response.hits.map((hit, at) => (at === 0 ? { ...hit, paper: poisoned(hit.paper) } : hit)),
      }
    },
  })

/** React tells on the console what it caught. */
function expectCaught(): { count: () => number } {
  const { calls } = vi.mocked(console.error).mock
  vi.mocked(console.error).mockImplementation(() => undefined)
  return { count: () => calls.splice(0).length }
}

test('a paper that cannot be drawn is named in its place, and the others are listed [row 69]', async () => {
  const caught = expectCaught()
  renderAt('/', spoiling())
  const said = await screen.findByText('This paper could not be shown.')
  const card = within(said.closest('article') as HTMLElement)
  const link = card.getByRole('link')
  expect(link.textContent).toMatch(/\w{3}/)
  expect(link.getAttribute('href')).toMatch(/^\/paper\/./)
  const articles = await screen.findAllByRole('article')
  expect(articles.length).toBeGreaterThan(1)
  expect(screen.getAllByText('This paper could not be shown.')).toHaveLength(1)

  const user = userEvent.setup()
  await user.click(card.getByRole('button', { name: 'Copy details' }))
  const details = await navigator.clipboard.readText()
  expect(details).toContain('TypeError')
  expect(details).toContain('"authors":{"length":1}')
  expect(details).toContain(location.href)
  expect(caught.count()).toBeGreaterThan(0)
})

test('a paper that comes anew and can be drawn is drawn [row 69]', async () => {
  const caught = expectCaught()
  renderAt('/?q=mamb', spoiling())
  await screen.findByText('This paper could not be shown.')
  const box = screen.getByRole('combobox', { name: /search/i })
  await userEvent.type(box, 'a')
  await vi.waitFor(() => expect(screen.queryByText('This paper could not be shown.')).toBeNull(), 10_000)
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0)
  expect(caught.count()).toBeGreaterThan(0)
})

test('a page that cannot be drawn says so, and leads back [row 69]', async () => {
  const caught = expectCaught()
  const { hits } = await digestEngine().search({ q: '', page: 1, pageSize: 1 })
  const paper = hits[0]?.paper as CorpusPaper
  renderAt(
    `/paper/${paper.id}`,
    engineWith({ paper: async () => ({ status: 'found', paper: poisoned(paper) }) }),
  )
  await screen.findByRole('heading', { level: 1, name: 'This page could not be shown' })
  await vi.waitFor(() => expect(document.title).toMatch(/^Page not shown/), 10_000)
  screen.getByRole('button', { name: 'Copy details' })
  await userEvent.click(screen.getByRole('link', { name: 'All papers' }))
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0)
  expect(screen.queryByText('This page could not be shown')).toBeNull()
  expect(caught.count()).toBeGreaterThan(0)
})
