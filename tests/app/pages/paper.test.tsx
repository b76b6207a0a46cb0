import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showCorpus } from '#app/state/corpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { engineWith, paperHeading, renderAt } from '../renderAt.tsx'

test('the reading view shows all that is known', async () => {
  renderAt('/paper/2507.10524')
  expect((await paperHeading()).textContent).toMatch(/^Mixture-of-Recursions/)
  expect(screen.getByText('Sangmin Bae').parentElement?.textContent).toMatch(/^Sangmin Bae, Yujin Kim/)
  screen.getByText('14 Jul 2025')
  screen.getByText('1 comment')
  expect(screen.getByText(/Scaling language models unlocks/).textContent).toMatch(/large-model cost\.$/)
  expect(screen.getByRole('link', { name: 'arXiv' }).getAttribute('href')).toBe(
    'https://arxiv.org/abs/2507.10524',
  )
  await waitFor(() => expect(document.title).toMatch(/^Mixture-of-Recursions.* · Broadsheet$/))
})

test('what is unknown is shown as unknown', async () => {
  renderAt('/paper/mitigating-attention-sinks-and-massive-activations-in-audio-visual-speech')
  expect((await paperHeading()).textContent).toMatch(/^Mitigating Attention Sinks/)
  screen.getByText('Authors unknown')
  screen.getByText('Date unknown')
  screen.getByText('Unknown')
  screen.getByText('Incomplete record: without authors and a date.')
  screen.getByRole('link', { name: 'Search arXiv for the title' })
})

test('links that lead away keep the site to themselves', async () => {
  renderAt('/paper/2507.10524')
  await paperHeading()
  const outward = screen.getAllByRole('link').filter(link => link.getAttribute('href')?.startsWith('http'))
  expect(outward.length).toBeGreaterThan(3)
  for (const link of outward) {
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(link.getAttribute('target')).toBe('_blank')
  }
})

test('a link is copied and the button says so', async () => {
  const user = userEvent.setup()
  renderAt('/paper/2507.10524')
  await user.click(await screen.findByRole('button', { name: 'Copy link' }))
  expect(await navigator.clipboard.readText()).toBe(`${location.origin}/paper/2507.10524`)
  screen.getByText('Copy link: copied')
})

test('where the browser refuses to copy, the text is offered for copying by hand', async () => {
  const user = userEvent.setup()
  renderAt('/paper/2507.10524')
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
  await user.click(await screen.findByRole('button', { name: 'Copy link' }))
  const area = await screen.findByLabelText<HTMLTextAreaElement>(/by hand/)
  expect(area.value).toBe(`${location.origin}/paper/2507.10524`)
  expect(document.activeElement).toBe(area)
  expect(area.selectionEnd).toBe(area.value.length)
  expect(screen.getByRole('status', { name: '' }).textContent).toMatch(/^Copy link: refused/)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByLabelText(/by hand/)).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy link' }))
  await user.keyboard('{Enter}')
  await screen.findByLabelText(/by hand/)
  await user.keyboard('{Escape}')
  expect(screen.queryByLabelText(/by hand/)).toBeNull()
})

const ALISA = 'alisa-accelerating-large-language-model-inference-via-sparsity-aware-kv-caching'
const findRelated = () => screen.findByRole('region', { name: 'Related papers' })

test('related papers are named with their day and with what they have in common, and lead to their pages', async () => {
  const user = userEvent.setup()
  renderAt(`/paper/${ALISA}`)
  const related = within(await findRelated())
  const link = await related.findByRole('link', { name: /^TokenSelect/ })
  expect(link.parentElement?.textContent).toMatch(/\d{4}.* · “KV caching”, .* · theme KV caching$/)
  await user.click(link)
  expect((await paperHeading()).textContent).toMatch(/^TokenSelect/)
  await within(await findRelated()).findByRole('link', { name: /^ALISA/ })
})

test('that no paper is related is said, and so is that it could not be found out', async () => {
  let release = (): void => undefined
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const related = () => held.then(() => [])
  const { unmount } = renderAt(`/paper/${ALISA}`, engineWith({ related }))
  expect((await findRelated()).getAttribute('aria-busy')).toBe('true')
  release()
  await within(await findRelated()).findByText(/^No paper here has much in common/)
  expect((await findRelated()).getAttribute('aria-busy')).toBe('false')
  unmount()
  renderAt(`/paper/${ALISA}`, engineWith({ related: () => Promise.reject(new Error('Out of memory')) }))
  await within(await findRelated()).findByText(/Out of memory/)
})

test('an unknown id shows those that resemble it', async () => {
  renderAt('/paper/token-level-direct-preference')
  expect((await paperHeading()).textContent).toBe('No such paper here')
  screen.getByRole('link', { name: 'Token-level Direct Preference Optimization' })
})

const MONTHS = ['2025-12', '2025-11']
const outline = {
  themes: [],
  segments: MONTHS.map(month => ({ period: month, file: `${month}.json`, papers: 1, bytes: 1, sha256: '' })),
}
const state = { papers: 2, themes: [], segments: 2, loadedPapers: 1, loadedSegments: 1, missing: [] }

test('a paper that has not come yet is looked for, not declared missing', async () => {
  const corpus = new CountedCorpus(outline)
  const engine = localEngine(corpus)
  corpus.addSegment([paperWith({ id: 'newer' })])
  renderAt('/paper/older', engine, state)
  await screen.findByText('Looking for the paper: searching 1 of 2 papers…')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Opening the paper')
  expect(document.title).not.toMatch(/not found/)
  corpus.addSegment([paperWith({ id: 'older', title: 'The older one' })])
  act(() => showCorpus({ ...state, loadedSegments: 2 }))
  expect((await paperHeading()).textContent).toBe('The older one')
})

test('a paper that is not in the months that came may be in one that did not', async () => {
  const corpus = new CountedCorpus(outline)
  const engine = localEngine(corpus)
  corpus.addSegment([paperWith({ id: 'newer' })])
  corpus.skipSegment('2025-11')
  renderAt('/paper/older', engine, { ...state, missing: ['2025-11'] })
  expect((await paperHeading()).textContent).toBe('This paper may be missing')
  await screen.findByText(/November 2025 could not be loaded/)
  screen.getByRole('button', { name: 'Try again' })
})
