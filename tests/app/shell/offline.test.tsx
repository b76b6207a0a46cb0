import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { StatusLine } from '#app/shell/StatusLine.tsx'
import { announceConnectivity, noteSiteFacts, noteUpdate } from '#app/state/connectivity.ts'
import { showCorpus } from '#app/state/corpus.ts'
import { Announcer } from '#app/ui/Announcer.tsx'
import type { CorpusState } from '#core/engine/corpusState.ts'
import { digestEngine } from '../../fixtures/digest.ts'

const CORPUS: CorpusState = {
  papers: 46,
  newestDigest: '2025-12-11',
  themes: [],
  loadedPapers: 46,
  loadedSegments: 2,
  segments: 2,
  missing: [],
}
const SAME = { papers: 46, newestDigest: '2025-12-11' }

beforeEach(() => {
  showCorpus(CORPUS)
})

const told = (what: () => void): void => act(what)

test('nothing is said while the site answers', () => {
  const { container } = render(<StatusLine />)
  told(() => noteSiteFacts(SAME))
  expect(container.textContent).toBe('')
})

test('papers of an earlier visit are said to be that, until the site answers', () => {
  render(<StatusLine />)
  told(() => showCorpus({ ...CORPUS, kept: 'unreachable' }))
  screen.getByText('Offline · data as of 11 Dec 2025')
  told(() => noteSiteFacts(SAME))
  expect(screen.queryByText(/Offline/)).toBeNull()
  told(() => noteSiteFacts(undefined))
  screen.getByText('Offline · data as of 11 Dec 2025')
})

test('papers of the site that replace those of an earlier visit are not offered any more', () => {
  render(<StatusLine />)
  told(() => showCorpus({ ...CORPUS, kept: 'unreachable' }))
  const newer = { papers: 47, newestDigest: '2025-12-12' }
  told(() => noteSiteFacts(newer))
  screen.getByText('Newer papers are here.')
  told(() => showCorpus({ ...CORPUS, ...newer, loadedPapers: 47 }))
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('papers without a digest have no day', () => {
  const { newestDigest, ...undated } = CORPUS
  showCorpus({ ...undated, kept: 'unreachable' })
  render(<StatusLine />)
  screen.getByText('Offline · the papers of your last visit')
})

test('what is newer is offered, and may wait until there is something else', async () => {
  const user = userEvent.setup()
  const update = vi.fn()
  render(<StatusLine />)
  told(() => noteSiteFacts({ ...SAME, papers: 47 }))
  screen.getByText('Newer papers are here.')
  await user.click(screen.getByRole('button', { name: 'Later' }))
  told(() => noteSiteFacts({ ...SAME, papers: 47 }))
  expect(screen.queryByRole('complementary')).toBeNull()
  told(() => noteUpdate(update))
  screen.getByText('A new version is here.')
  await user.click(screen.getByRole('button', { name: 'Reload' }))
  expect(update).toHaveBeenCalledOnce()
  told(() => noteUpdate(undefined))
  screen.getByText('Newer papers are here.')
})

test('screen readers hear what changes, and that the site answers again', () => {
  render(<Announcer />)
  told(announceConnectivity)
  expect(screen.getByRole('status').textContent).toBe('')
  told(() => noteSiteFacts(undefined))
  expect(screen.getByRole('status').textContent).toBe('Offline · data as of 11 Dec 2025')
  told(() => noteSiteFacts(SAME))
  expect(screen.getByRole('status').textContent).toBe('Online again')
  told(() => noteUpdate(() => undefined))
  expect(screen.getByRole('status').textContent).toBe('A new version is here.')
})

test('a site that did not answer is asked from time to time, and once it does, its papers are asked for [row 63]', async () => {
  // A page begins once, and another test may have had it begin.
  vi.resetModules()
  const { startBackground } = await import('#app/shell/background.ts')
  const { openCorpus, showCorpus } = await import('#app/state/corpus.ts')
  vi.useFakeTimers()
  vi.stubGlobal('__IS_CACHED__', false)
  const retry = vi.fn()
  openCorpus('/', () => ({ engine: digestEngine(), retry }))
  const fetch = vi.fn(async () => {
    throw new TypeError('Failed to fetch')
  })
  vi.stubGlobal('fetch', fetch)
  // There is a network, as far as the browser knows.
  showCorpus({ ...CORPUS, kept: 'unreachable' })
  await act(async () => startBackground('/'))
  expect(fetch).toHaveBeenCalledTimes(1)
  await act(() => vi.advanceTimersByTimeAsync(30_000))
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(retry).not.toHaveBeenCalled()
  vi.stubGlobal('fetch', async () => Response.json(SAME))
  await act(() => vi.advanceTimersByTimeAsync(30_000))
  expect(retry).toHaveBeenCalledOnce()
})
