import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Theme } from '#core/papers/theme.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { digestManifest } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { inList, renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent

const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  id,
  label: `Theme ${id}`,
  group: 'Group',
  about: `About ${id}.`,
  query: id,
  ...more,
})

function renderThemes(at: string, themes: Theme[], papers: Partial<CorpusPaper>[]) {
  const corpus = new CountedCorpus({ themes, segments: [1] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers.map((paper, i) => paperWith({ id: `p${i}`, title: `Paper ${i}`, ...paper })))
  return renderAt(at, engine, { themes, papers: papers.length })
}

test('a theme shows its meaning, its rule and its papers', async () => {
  renderAt('/theme/kv-cache')
  expect(await screen.findAllByRole('article')).toHaveLength(3)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('KV caching')
  screen.getByText(/"kv caching"/)
  await userEvent.click(screen.getByRole('link', { name: 'Edit as search' }))
  expect(address()).toMatch(/^\/\?q=%22kv\+cache%22\+%7C/)
  await screen.findByText(/^3 of 46 papers/, inList)
})

test('each paper shows the words by which it belongs to the theme', async () => {
  renderAt('/theme/kv-cache')
  const [first] = (await screen.findAllByRole('article')) as [HTMLElement]
  expect(first.querySelector('mark')?.textContent).toMatch(/^(kv|key-value)\b/i)
  await userEvent.click(within(first).getByRole('button', { name: /^Why / }))
  await within(first).findByText(/^Theme KV caching: its rule finds “(kv|key)/i)
})

test('a month narrows the papers of the page, in its address, and can be given up', async () => {
  const papers = ['2025-01', '2025-02', '2025-02'].map(month => ({
    publishedAt: `${month}-03`,
    themes: ['a'],
  }))
  renderThemes('/theme/a', [theme('a')], papers)
  const beside = await screen.findByRole('complementary', { name: 'About these papers', hidden: true })
  await userEvent.selectOptions(await within(beside).findByLabelText('From'), 'February 2025')
  expect(address()).toBe('/theme/a?q=date:2025-02')
  await screen.findByText(/^2 of 3 papers/, inList)
  await userEvent.click(screen.getByRole('link', { name: 'All papers of this theme' }))
  expect(address()).toBe('/theme/a')
  await screen.findByText(/^3 papers/, inList)
})

test.each(['x | y', '| x', '-(', '"open', 'theme:b | x'])('q=%s never leads out of the theme', async q => {
  const papers = [{ title: 'x', themes: ['a'] }, { title: 'x', themes: ['b'] }, { title: 'y' }]
  renderThemes(`/theme/a?q=${encodeURIComponent(q)}`, [theme('a'), theme('b')], papers)
  await screen.findByText(/ of 3 papers|^No paper of this theme/, inList)
  for (const paper of screen.queryAllByRole('article')) {
    within(paper).getByRole('link', { name: 'Theme a' })
  }
})

test('themes that overlap lead to their pages and to the papers of both', async () => {
  const themes = [theme('a'), theme('b'), theme('c')]
  const papers = [['a', 'b'], ['a', 'b'], ['c'], ['c']].map(ids => ({ themes: ids }))
  renderThemes('/theme/a', themes, papers)
  const beside = await screen.findByRole('complementary', { name: 'About these papers', hidden: true })
  const shared = await within(beside).findByRole('link', { name: '2 papers shared with Theme b' })
  expect(shared.getAttribute('href')).toBe('/?q=theme:a+theme:b')
  await userEvent.click(within(beside).getByRole('link', { name: 'Theme b' }))
  expect(address()).toBe('/theme/b')
})

test('a theme names what it is a part of, and its parts by the number of their papers', async () => {
  const themes = [theme('whole'), theme('few', { parent: 'whole' }), theme('many', { parent: 'whole' })]
  const papers = [{ themes: ['whole', 'many'] }, { themes: ['many'] }, { themes: ['few', 'whole'] }]
  renderThemes('/theme/whole', themes, papers)
  const heading = await screen.findByRole('heading', { name: 'Its parts' })
  const parts = within(heading.parentElement as HTMLElement).getAllByRole('link')
  await screen.findAllByRole('article')
  expect(parts.map(part => part.textContent)).toEqual(['Theme many2', 'Theme few1'])
  await userEvent.click(parts[0] as HTMLElement)
  const where = await screen.findByRole('navigation', { name: 'Where this theme belongs' })
  await userEvent.click(await within(where).findByRole('link', { name: 'Theme whole' }))
  expect(address()).toBe('/theme/whole')
})

test('while papers are still coming, the counts say of how many they are', async () => {
  const corpus = new CountedCorpus({ themes: [theme('a')], segments: [1, 2] })
  const engine = localEngine(corpus)
  corpus.addSegment([paperWith({ themes: ['a'] })])
  renderAt('/themes', engine, {
    themes: [theme('a')],
    papers: 9,
    loadedPapers: 1,
    loadedSegments: 1,
    segments: 2,
  })
  await screen.findByText(/^Counted so far: searching 1 of 9 papers/)
})

test('papers that one condition keeps out are a click away', async () => {
  const themes = [theme('a', { query: '"reward hacking" llm' })]
  const papers = [
    { title: 'Reward hacking of an LLM', themes: ['a'] },
    { title: 'Reward hacking' },
    { title: 'More reward hacking' },
  ]
  renderThemes('/theme/a', themes, papers)
  await userEvent.click(await screen.findByRole('link', { name: '2 papers mention only “reward hacking”' }))
  expect(address()).toBe('/?q=%22reward+hacking%22+-theme:a')
  await screen.findByText(/^2 of 3 papers/, inList)
})

test('of a rule longer than a search can be, the beginning can be edited', async () => {
  const query = Array.from({ length: 30 }, (_, i) => `"term ${i}"`).join(' | ')
  renderThemes('/theme/a', [theme('a', { query })], [{ title: 'Term 3', themes: ['a'] }])
  await userEvent.click(await screen.findByRole('link', { name: 'Edit its beginning as search' }))
  await screen.findByText(/^1 paper/, inList)
  expect(screen.queryByText(/Only the first/)).toBeNull()
})

test('a theme that does not exist offers all themes and a search', async () => {
  renderAt('/theme/no-such-theme')
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('No such theme')
  await userEvent.click(screen.getByRole('link', { name: 'Search for the words instead' }))
  expect(address()).toBe('/?q=no+such+theme')
})

test('a misspelt theme names the one that is meant', async () => {
  renderAt('/theme/kv-cahce')
  await userEvent.click(await screen.findByRole('link', { name: 'KV caching' }))
  expect(address()).toBe('/theme/kv-cache')
})

test('under the search box an unknown theme can be searched for as words, or be put right', async () => {
  renderAt('/?q=theme:kv-cahce+-survey')
  await screen.findByText('There is no theme called “kv-cahce”.')
  expect(screen.getByRole('link', { name: 'Search for the words instead' }).getAttribute('href')).toBe(
    '/?q=kv+cahce+-survey',
  )
  await userEvent.click(screen.getByRole('link', { name: 'Theme KV caching' }))
  expect(address()).toBe('/?q=theme:kv-cache+-survey')
  expect(await screen.findAllByRole('article')).toHaveLength(3)
})

test('all themes are listed by group with their counts', async () => {
  renderAt('/themes')
  const link = await screen.findByRole('link', { name: 'KV caching 3 papers' })
  expect(link.getAttribute('href')).toBe('/theme/kv-cache')
  screen.getByRole('heading', { name: 'Reinforcement learning' })
  expect(screen.getAllByRole('listitem')).toHaveLength(digestManifest().themes.length)
})

test('a theme is found by its name, its group or its meaning, and Back finds it again', async () => {
  renderAt('/themes')
  const box = await screen.findByRole('searchbox', { name: 'Find a theme' })
  await userEvent.type(box, 'keys and values')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  screen.getByText(/^The cache of keys and values/)
  await screen.findByText('1 theme', { selector: '[role=status] *' })
  expect(address()).toBe('/themes?q=keys+and+values')
  await userEvent.clear(box)
  await userEvent.type(box, 'zzz')
  screen.getByText('No theme matches “zzz”')
  await userEvent.click(screen.getByRole('button', { name: 'Show all themes' }))
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(10)
})
