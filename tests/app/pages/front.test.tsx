import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { engineWith, inList, renderAt, wholePage } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent
const box = () => screen.getByLabelText('Search papers')
const themes = () => within(screen.getAllByRole('navigation', { name: 'Themes' })[0] as HTMLElement)

test('the front page shows the newest digest', async () => {
  renderAt('/', digestEngine())
  await wholePage()
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(46))
  await screen.findByText('Thursday 11 December 2025')
  await screen.findByText(/^· 46 papers · \d+ themes · \d+ days$/)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Broadsheet')
  screen.getByText(/^46 papers/, inList)
})

test('typing searches, and the address follows', async () => {
  renderAt('/')
  await screen.findAllByRole('article')
  await userEvent.type(box(), 'verifible rewards entropy')
  await screen.findByText('/?q=verifible+rewards+entropy')
  await screen.findByText(/^1 of 46 papers/, inList)
  await screen.findByText(/instead of “verifible”/)
  await userEvent.click(screen.getByRole('link', { name: 'verifiable' }))
  expect(address()).toBe('/?q=verifiable+rewards+entropy')
  expect(box()).toHaveProperty('value', 'verifiable rewards entropy')
})

test('the box shows the query in force, also one that was typed before', async () => {
  renderAt('/')
  await screen.findAllByRole('article')
  fireEvent.change(box(), { target: { value: 'token' } })
  await waitFor(() => expect(address()).toBe('/?q=token'))
  fireEvent.change(box(), { target: { value: 'token has:code' } })
  await waitFor(() => expect(address()).toBe('/?q=token+has:code'))
  await userEvent.click(screen.getByRole('link', { name: /^Remove filter/ }))
  expect(address()).toBe('/?q=token')
  expect(box()).toHaveProperty('value', 'token')
})

test('what was typed last is kept by a facet or an order chosen right after it', async () => {
  renderAt('/')
  await wholePage()
  fireEvent.change(box(), { target: { value: 'policy' } })
  fireEvent.click(themes().getByRole('link', { name: /^RLVR/ }))
  expect(address()).toBe('/?q=policy+theme:rlvr')
  fireEvent.change(box(), { target: { value: 'policy theme:rlvr entropy' } })
  fireEvent.change(screen.getByLabelText('Sort'), { target: { value: 'discussed' } })
  await waitFor(() => expect(address()).toBe('/?q=policy+theme:rlvr+entropy&sort=discussed'))
})

test('what was typed last is what a paper opened right after it leads back to', async () => {
  renderAt('/')
  const [first] = await screen.findAllByRole('article')
  fireEvent.change(box(), { target: { value: 'token' } })
  fireEvent.click(within(first as HTMLElement).getAllByRole('link')[0] as HTMLElement)
  await userEvent.click(await screen.findByRole('link', { name: 'Back to the list' }))
  expect(address()).toBe('/?q=token')
  expect(box()).toHaveProperty('value', 'token')
})

test('Escape and the cross clear the search', async () => {
  renderAt('/?q=token')
  await screen.findAllByRole('article')
  await userEvent.type(box(), '{Escape}')
  expect(address()).toBe('/')
  await userEvent.type(box(), 'x')
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }))
  expect(box()).toHaveProperty('value', '')
  expect(document.activeElement).toBe(box())
})

test('a theme is included by a click, left out by the minus, and neutral again by another', async () => {
  renderAt('/?q=policy')
  await wholePage()
  await userEvent.click(themes().getByRole('link', { name: /^RLVR/ }))
  expect(address()).toBe('/?q=policy+theme:rlvr')
  await themes().findByRole('link', { name: /^RLVR/, current: true })
  await userEvent.click(themes().getByRole('link', { name: 'Leave out RLVR' }))
  expect(address()).toBe('/?q=policy+-theme:rlvr')
  await userEvent.click(await themes().findByRole('link', { name: 'Allow RLVR again' }))
  expect(address()).toBe('/?q=policy')
})

test('Alt and a click leave a theme out', async () => {
  renderAt('/')
  await wholePage()
  const user = userEvent.setup()
  await user.keyboard('{Alt>}')
  await user.click(themes().getByRole('link', { name: /^RLVR/ }))
  expect(address()).toBe('/?q=-theme:rlvr')
})

test('chips name the filters in words and take them away', async () => {
  renderAt('/?q=policy+theme:rlvr,kv-cache+comments:>1')
  await screen.findByText(/of 46 papers/, inList)
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter Theme: RLVR or KV caching' }))
  expect(address()).toBe('/?q=policy+comments:%3E1')
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter Comments: ≥ 2' }))
  expect(address()).toBe('/?q=policy')
})

test('a chip turns its filter into the opposite and back, and keeps the focus', async () => {
  renderAt('/?q=policy+theme:rlvr')
  await screen.findByText(/of 46 papers/, inList)
  await userEvent.click(screen.getByRole('link', { name: 'Leave out instead: Theme: RLVR' }))
  expect(address()).toBe('/?q=policy+-theme:rlvr')
  const back = screen.getByRole('link', { name: 'Ask for it again: not Theme: RLVR' })
  expect(document.activeElement).toBe(back)
  await userEvent.click(back)
  expect(address()).toBe('/?q=policy+theme:rlvr')
})

test('a chip opens its filter as text in the search box', async () => {
  renderAt('/?q=policy+theme:rlvr')
  await screen.findByText(/of 46 papers/, inList)
  await userEvent.click(screen.getByRole('button', { name: 'Edit filter Theme: RLVR' }))
  expect(document.activeElement).toBe(box())
  const { selectionStart, selectionEnd, value } = box() as HTMLInputElement
  expect(value.slice(selectionStart as number, selectionEnd as number)).toBe('theme:rlvr')
})

test('nothing found offers ways out that are one click away, by the names the chips have', async () => {
  renderAt('/?q=mamba+theme:rlvr')
  await screen.findByText('No paper matches “mamba theme:rlvr”')
  screen.getByRole('link', { name: 'Remove filter Theme: RLVR' })
  await userEvent.click(screen.getByRole('link', { name: 'Drop the condition Theme: RLVR' }))
  expect(address()).toBe('/?q=mamba')
})

test('papers with some of the words are told apart from those with all', async () => {
  renderAt('/?q=mamba+strawberry')
  await screen.findByText(/^No paper has all words, 2 have some/, inList)
  screen.getByText('With some of your words: 2 papers')
  expect(screen.getAllByRole('article')).toHaveLength(2)
})

test('a corpus without papers is not blamed on a query', async () => {
  renderAt('/', localEngine(new CountedCorpus({ themes: [], segments: [] })))
  await screen.findByText('There are no papers here yet')
  expect(screen.queryByText(/No paper matches/)).toBeNull()
})

test('the focus goes on to the next chip, and from the last one to the search box', async () => {
  renderAt('/?q=token+has:code+comments:>1+-theme:moe')
  await screen.findByText(/of 46 papers/, inList)
  const chip = (name: string) => screen.getByRole('link', { name: `Remove filter ${name}` })
  await userEvent.click(chip('Has: code'))
  expect(document.activeElement).toBe(chip('Comments: ≥ 2'))
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(chip('not Theme: Mixture of experts'))
  await userEvent.keyboard('{Enter}')
  expect(address()).toBe('/?q=token')
  expect(document.activeElement).toBe(box())
})

test('going on while papers are still coming begins no new page', async () => {
  const engine = digestEngine()
  const partial = { segments: 1, ofSegments: 3, missing: [] }
  const search = async (...args: Parameters<typeof engine.search>) => ({
    ...(await engine.search(...args)),
    partial,
  })
  renderAt('/?q=token+has:code', engineWith({ search }))
  await screen.findByText(/of 46 papers/, inList)
  await userEvent.click(screen.getByRole('link', { name: 'Remove filter Has: code' }))
  await waitFor(() => expect(address()).toBe('/?q=token'))
  expect(document.activeElement).toBe(box())
})

test('the focus goes to the list that a way out of an empty one leads to', async () => {
  renderAt('/?q=mamba+theme:rlvr')
  await userEvent.click(await screen.findByRole('link', { name: 'Drop the condition Theme: RLVR' }))
  const count = await screen.findByText(/^1 of 46 papers/, inList)
  expect(document.activeElement).toBe(count)
})

test('what was found is said once, in one place, when typing has come to rest', async () => {
  renderAt('/?q=mamba')
  await screen.findAllByRole('article')
  const said: (string | null)[] = []
  const status = screen.getByRole('status', { name: '' })
  new MutationObserver(() => said.push(status.textContent)).observe(status, {
    childList: true,
    subtree: true,
    characterData: true,
  })
  for (const value of ['zq', 'zqx', 'zqxwv']) {
    fireEvent.change(box(), { target: { value } })
    await waitFor(() => expect(address()).toBe(`/?${new URLSearchParams({ q: value })}`))
  }
  await waitFor(() => expect(said).toEqual(['0 of 46 papers']))
})

test('what was found is said also where a part of the corpus is missing for good', async () => {
  const corpus = new CountedCorpus({ themes: [], segments: [1, 2] })
  const engine = localEngine(corpus)
  corpus.addSegment([paperWith({ title: 'Mamba' })])
  corpus.skipSegment('2025')
  renderAt('/?q=mamba', engine, { loadedSegments: 1, segments: 2, missing: ['2025'] })
  await waitFor(() => expect(screen.getByRole('status', { name: '' }).textContent).toBe('1 paper'))
  await screen.findByText(/2025 could not be loaded/)
  expect(screen.queryByText(/searching/)).toBeNull()
})

test('order and layout are part of the address and keep the query', async () => {
  renderAt('/?q=token')
  await screen.findAllByRole('article')
  await userEvent.selectOptions(screen.getByLabelText('Sort'), 'Newest')
  expect(address()).toBe('/?q=token&sort=newest')
  await userEvent.click(screen.getByRole('link', { name: 'Compact' }))
  expect(address()).toBe('/?q=token&sort=newest&view=compact')
  await userEvent.selectOptions(screen.getByLabelText('Sort'), 'Relevance')
  expect(address()).toBe('/?q=token&view=compact')
})

test('only the newest answer is drawn, in whatever order answers come', async () => {
  const engine = digestEngine()
  let releaseFirst = () => {}
  const slowFirst = engineWith({
    search: async (request, signal) => {
      if (request.q === 'mamba') await new Promise<void>(resolve => (releaseFirst = resolve))
      return engine.search(request, signal)
    },
  })
  renderAt('/', slowFirst)
  await screen.findAllByRole('article')
  await userEvent.type(box(), 'mamba')
  await new Promise(resolve => setTimeout(resolve, 200))
  await userEvent.type(box(), ' | strawberry')
  await screen.findByText(/^2 of 46 papers/, inList)
  releaseFirst()
  await new Promise(resolve => setTimeout(resolve, 50))
  screen.getByText(/^2 of 46 papers/, inList)
})

test('an engine that fails is reported in a sentence', async () => {
  const failing = engineWith({
    search: () => Promise.reject(new Error('/corpus/2025-12.json arrived damaged')),
  })
  renderAt('/', failing)
  expect(
    await screen.findByText('The papers could not be loaded: /corpus/2025-12.json arrived damaged.'),
  ).toBeTruthy()
  screen.getByRole('button', { name: 'Try again' })
})

test('months that could not be loaded are named, and the others are listed [row 71]', async () => {
  renderAt('/', digestEngine(), { loadedSegments: 0, segments: 2, missing: ['2025-11', 'undated'] })
  await screen.findByText(/November 2025, undated could not be loaded/)
  screen.getByRole('button', { name: 'Try again' })
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0)
})

test('every hit says on demand why it is there', async () => {
  renderAt('/?q=theme:rlvr+entropi')
  const [card] = await screen.findAllByRole('article')
  const why = within(card as HTMLElement).getByRole('button', { name: /^Why “Rethinking Entropy/ })
  expect(why.getAttribute('aria-expanded')).toBe('false')
  await userEvent.click(why)
  expect(why.getAttribute('aria-expanded')).toBe('true')
  await within(card as HTMLElement).findByText(/^Theme RLVR: its rule finds “RLVR”/)
  within(card as HTMLElement).getByText(/^entropi: “Entropy” in the title/)
  await userEvent.click(why)
  expect(within(card as HTMLElement).queryByText(/its rule finds/)).toBeNull()
})

test('where nothing is asked, there is nothing to explain', async () => {
  renderAt('/')
  await screen.findAllByRole('article')
  expect(screen.queryByRole('button', { name: /^Why/ })).toBeNull()
})

test('reasons that cannot be had are reported where they were asked for', async () => {
  renderAt('/?q=mamba', engineWith({ explain: () => Promise.reject(new Error('broken')) }))
  await userEvent.click((await screen.findAllByRole('button', { name: /^Why/ }))[0] as HTMLElement)
  await screen.findByText('The papers could not be loaded: broken.')
})
