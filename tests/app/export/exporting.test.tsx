import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { showCorpus } from '#app/state/corpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { digestEngine, digestManifest } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { watchDownloads } from '../download.ts'
import { engineWith, renderAt } from '../renderAt.tsx'

/** A list of few papers. */
const LIST = '/theme/rlvr'

let saved: ReturnType<typeof watchDownloads>
beforeEach(() => {
  saved = watchDownloads()
})

async function openExport(...rendering: Parameters<typeof renderAt>) {
  renderAt(...rendering)
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }))
  return within(await screen.findByRole('dialog'))
}

/** The only file saved. */
async function savedFile(): Promise<{ name: string; text: string }> {
  await waitFor(() => expect(saved.size).toBe(1))
  const [[name, text]] = [...saved] as [[string, Promise<string>]]
  return { name, text: await text }
}

test('all papers of a list are saved in its order, not those of a page', async () => {
  const papers = Array.from({ length: 611 }, (_, at) => paperWith({ id: `p-${at}`, title: `Paper ${at}` }))
  const corpus = new CountedCorpus({ themes: [], segments: [1] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  const dialog = await openExport('/?view=compact', engine)
  screen.getByRole('dialog', { name: 'Export 611 papers' })
  await userEvent.click(dialog.getByRole('button', { name: 'CSL-JSON' }))
  const { name, text } = await savedFile()
  expect(name).toMatch(/^broadsheet-all-\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(text).map(({ id }: { id: string }) => id)).toEqual(await engine.list({ q: '' }))
  await dialog.findByText(`Saved 611 papers as ${name}.`)
  expect(dialog.getByRole('status').textContent).toBe(`Saved 611 papers as ${name}`)
})

test('the page of a theme saves the papers of the theme, as narrowed there', async () => {
  const dialog = await openExport('/theme/rlvr?q=entropy')
  await userEvent.click(dialog.getByRole('button', { name: 'BibTeX' }))
  const { name, text } = await savedFile()
  expect(name).toMatch(/^broadsheet-theme-rlvr-entropy-/)
  const ids = await digestEngine().list({ q: 'theme:rlvr entropy' })
  expect(text.match(/^@misc\{/gm)).toHaveLength(ids.length)
})

test('papers that have some of the words only are named', async () => {
  const { total, inFirstTier } = await digestEngine().search({ q: 'speech codec', page: 1, pageSize: 1 })
  expect(inFirstTier).toBeGreaterThan(0)
  const dialog = await openExport('/?q=speech+codec')
  const some = `All papers of the list, in its order; the last ${total - inFirstTier} have only some of your words.`
  dialog.getByText(some)
})

test('of more papers than a file may hold, that is said', async () => {
  const engine = engineWith({
    search: async (...args) => ({ ...(await digestEngine().search(...args)), total: 123_456 }),
  })
  const dialog = await openExport(LIST, engine)
  dialog.getByText(/^The file holds the first 100,000\. Narrow the search/)
  await userEvent.click(dialog.getByRole('button', { name: 'Markdown' }))
  expect((await savedFile()).name).toMatch(/-incomplete\.md$/)
})

test('while papers are still coming, the file waits for them', async () => {
  const { papers, themes, segments } = digestManifest()
  const known = {
    papers,
    themes,
    segments: segments.length,
    loadedPapers: 12,
    loadedSegments: 1,
    missing: [],
  }
  const dialog = await openExport(LIST, digestEngine(), known)
  await userEvent.click(dialog.getByRole('button', { name: 'CSV' }))
  dialog.getByText(/^Waiting for the remaining papers: searching 12 of 46 papers/)
  expect(saved.size).toBe(0)
  act(() => showCorpus({ ...known, loadedPapers: papers, loadedSegments: segments.length }))
  const { text } = await savedFile()
  expect(text.trimEnd().split('\r\n')).toHaveLength(
    1 + (await digestEngine().list({ q: 'theme:rlvr' })).length,
  )
})

test('what could not be loaded is missing from the file, which says so by its name', async () => {
  const missing = ['2025-11']
  const dialog = await openExport(LIST, digestEngine(), {
    missing,
    loadedSegments: digestManifest().segments.length - 1,
  })
  dialog.getByText(/^Without the papers of November 2025, which could not be loaded/)
  await userEvent.click(dialog.getByRole('button', { name: 'RIS' }))
  expect((await savedFile()).name).toMatch(/-incomplete\.ris$/)
})

test('an export can be given up, and begun anew', async () => {
  let given: AbortSignal | undefined
  const engine = engineWith({
    cite: (_, signal) =>
      new Promise((_, reject) => {
        given = signal as AbortSignal
        given.addEventListener('abort', () => reject(new Error('given up')))
      }),
  })
  const dialog = await openExport(LIST, engine)
  await userEvent.click(dialog.getByRole('button', { name: 'BibTeX' }))
  await dialog.findByRole('progressbar', { name: 'Writing' })
  await waitFor(() => expect(given).toBeDefined())
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
  expect(given?.aborted).toBe(true)
  expect(dialog.queryByRole('progressbar')).toBeNull()
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'BibTeX' }))
  expect(saved.size).toBe(0)
})

test('why a file could not be made is said', async () => {
  const dialog = await openExport(LIST, engineWith({ list: () => Promise.reject(new Error('no memory')) }))
  await userEvent.click(dialog.getByRole('button', { name: 'BibTeX' }))
  await dialog.findByText('The file could not be made: no memory.')
})
