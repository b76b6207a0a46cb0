import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import { listingDays } from '#core/papers/listingDays.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { paperHeading, renderAt } from '../renderAt.tsx'

const outline = {
  themes: [],
  segments: [{ period: '2025-12', file: 'a.json', papers: 1, bytes: 1, sha256: '' }],
}
const state = { papers: 1, themes: [], segments: 1, loadedPapers: 1, loadedSegments: 1, missing: [] }

async function read(facts: Partial<CorpusPaper>) {
  const corpus = new CountedCorpus(outline)
  const engine = localEngine(corpus)
  corpus.addSegment([paperWith({ id: 'read', ...facts })])
  const view = renderAt('/paper/read', engine, state)
  await paperHeading()
  return view
}

const article = () => screen.getByRole('article')

test('a title and an abstract are set as in print, with their addresses linked and their formulas as maths', async () => {
  await read({
    title: 'The model\'s "best" $\\sqrt{\\frac{a}{b}}$',
    abstract: "It's $\\frac{1}{n}$, \\(x_1\\) and $\\unknown_1$ for $5 to $10. See https://example.org/a_b.",
  })
  await waitFor(() => expect(article().querySelectorAll('math')).toHaveLength(3))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^The model’s “best” /)
  expect(article().querySelector('p[dir]')?.textContent).toMatch(
    /^It’s .*\$\\unknown_1\$ for \$5 to \$10\. See/,
  )
  expect(article().querySelector('math')?.getAttribute('alttext')).toBe('$\\sqrt{\\frac{a}{b}}$')
  screen.getByRole('link', { name: 'https://example.org/a_b' })
})

test('all authors are there, those beyond the twelfth folded', async () => {
  const authors = Array.from({ length: 664 }, (_, at) => `Author ${at}`)
  await read({ authors: [...authors.slice(1), 'Author 1'] })
  const fold = screen.getByText('and 652 more authors').closest('details')
  expect(fold?.open).toBe(false)
  expect(within(article()).getAllByText(/^Author \d+$/)).toHaveLength(664)
  expect(fold?.querySelectorAll('bdi')).toHaveLength(652)
})

test('without names of authors the organisation stands in their place, else their number', async () => {
  const { unmount } = await read({ organization: { name: 'A Laboratory' }, authorCount: 9 })
  within(article()).getByText('A Laboratory')
  unmount()
  await read({ authorCount: 9 })
  within(article()).getByText('9 authors')
})

test('the paper can be opened elsewhere, and the menu closes by Escape and by going on', async () => {
  const user = userEvent.setup()
  await read({ arxivId: '2512.05564' })
  const opener = screen.getByText('Open in')
  const menu = opener.closest('details') as HTMLDetailsElement
  await user.click(opener)
  expect(menu.open).toBe(true)
  expect(within(menu).getByRole('link', { name: 'alphaXiv' }).getAttribute('href')).toBe(
    'https://www.alphaxiv.org/abs/2512.05564',
  )
  within(menu).getByRole('link', { name: 'alphaXiv' }).focus()
  await user.keyboard('{Escape}')
  expect(menu.open).toBe(false)
  expect(document.activeElement).toBe(opener)
  await user.click(opener)
  await user.click(screen.getByRole('heading', { level: 1 }))
  expect(menu.open).toBe(false)
})

test('why a paper has its themes is said on demand', async () => {
  const user = userEvent.setup()
  renderAt('/paper/alisa-accelerating-large-language-model-inference-via-sparsity-aware-kv-caching')
  await user.click(await screen.findByRole('button', { name: 'Why these themes' }))
  await screen.findByText(/^Theme KV caching: its rule finds “.*KV.*”/)
})

test.each([
  ['markup', '</script><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['signs', '&amp; ]]> {braces} 100% \\ $& $1'],
  ['300 letters', 'x'.repeat(300)],
  ['letters from right to left', 'שלום עולם'],
  ['a command that calls itself', '$\\def\\a{\\a\\a}\\a_1$'],
])('a title of %s is shown as it is, and nothing of it runs', async (_, title) => {
  await read({ title, abstract: title })
  const heading = screen.getByRole('heading', { level: 1 })
  expect(heading.textContent).toBe(title)
  expect(heading.dir).toBe('auto')
  expect(document.querySelectorAll('body script, body img')).toHaveLength(0)
})

test('the head is that of what is open, and reference managers are told', async () => {
  const user = userEvent.setup()
  // What the head said each time.
  const told: string[] = []
  const hear = () => told.push(metas('description')[0] ?? '')
  document.addEventListener('ZoteroItemUpdated', hear)
  const foreign = document.createElement('meta')
  foreign.name = 'of-an-extension'
  document.head.append(foreign)
  const metas = (name: string) =>
    [...document.head.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].map(meta => meta.content)
  renderAt('/theme/kv-cache')
  await waitFor(() => expect(document.querySelectorAll('.Z3988')).toHaveLength(3))
  expect(document.querySelector('.Z3988')?.getAttribute('title')).toMatch(/^ctx_ver=Z39\.88-2004&/)
  expect(metas('description')[0]).toMatch(/ 3 papers\.$/)
  expect(told).toContain(metas('description')[0])
  await user.click(await screen.findByRole('link', { name: /^ALISA/ }))
  await waitFor(() => expect(metas('citation_title')[0]).toMatch(/^ALISA/))
  expect(told.filter(words => words === metas('description')[0])).toHaveLength(1)
  expect(document.querySelectorAll('.Z3988')).toHaveLength(0)
  expect(metas('description')).toHaveLength(1)
  await user.click(screen.getByRole('link', { name: 'Help' }))
  await waitFor(() => expect(metas('description')[0]).toMatch(/^How to search/))
  expect(metas('citation_title')).toEqual([])
  expect(document.head.contains(foreign)).toBe(true)
  foreign.remove()
  document.removeEventListener('ZoteroItemUpdated', hear)
})

test.each([
  [{ listedOn: ['2025-12-08', '2025-12-11'], addedOn: '2026-11-30' }, 'Listed', '8 Dec 2025, 11 Dec 2025'],
  [{ addedOn: '2026-11-30' }, 'Added', '30 Nov 2026'],
  [{}, 'Listed', 'In no digest'],
])('%j is shown as %s: %s', async (facts, term, text) => {
  await read(facts)
  const terms = within(article()).getAllByRole('term')
  const shown = terms.find(({ textContent }) => /^(?:Listed|Added)$/.test(textContent ?? ''))
  expect([shown?.textContent, shown?.nextElementSibling?.textContent]).toEqual([term, text])
  const links = within(shown?.nextElementSibling as HTMLElement).queryAllByRole('link')
  expect(links.map(link => link.getAttribute('href'))).toEqual(
    listingDays({ listedOn: [], ...facts }).map(paths.digest),
  )
})
