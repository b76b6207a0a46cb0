import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { inList, renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

function renderDays(at: string, listedOn: string[]) {
  const corpus = new CountedCorpus({ themes: [], segments: [1] })
  const engine = localEngine(corpus)
  corpus.addSegment(
    listedOn.map((day, i) => paperWith({ id: `p${i}`, title: `Paper ${i}`, listedOn: [day] })),
  )
  return renderAt(at, engine, { themes: [], papers: listedOn.length })
}

test('a day has its papers, its week and its themes, and can be searched', async () => {
  renderAt('/digest/2025-12-11?q=theme:kv-cache')
  await heading('Thursday 11 December 2025')
  expect(await screen.findAllByRole('article')).toHaveLength(3)
  const beside = await screen.findByRole('complementary', { name: 'About these papers', hidden: true })
  await within(beside).findByRole('link', { name: 'Serving & offloading', hidden: true })
  const digests = within(screen.getByRole('navigation', { name: 'Digests' }))
  expect(digests.getByRole('link', { name: 'Week 50 of 2025' }).getAttribute('href')).toBe('/digest/2025-W50')
  const search = screen.getByText('Search within this day')
  expect(search.getAttribute('href')).toBe('/?q=listed:2025-12-11')
})

test('from day to day, over those without papers', async () => {
  renderDays('/digest/2025-12-08', ['2025-12-08', '2025-12-11', '2025-12-11'])
  await userEvent.click(await screen.findByRole('link', { name: 'Next day: 11 Dec 2025' }))
  await heading('Thursday 11 December 2025')
  await screen.findByText(/^2 of 3 papers/, inList)
  expect(screen.queryByRole('link', { name: /^Next day/ })).toBeNull()
  screen.getByRole('link', { name: 'Previous day: 8 Dec 2025' })
})

test('a week has its days and their papers, and the week before is the last with any', async () => {
  renderDays('/digest/2025-w50', ['2024-12-30', '2025-12-08', '2025-12-14'])
  await heading('Week 50 of 2025')
  expect(address()).toBe('/digest/2025-W50')
  expect(await screen.findAllByRole('article')).toHaveLength(2)
  screen.getByRole('link', { name: 'Sunday 14 December 2025' })
  await userEvent.click(screen.getByRole('link', { name: 'Previous week: Week 1 of 2025' }))
  await heading('Week 1 of 2025')
  expect(await screen.findAllByRole('article')).toHaveLength(1)
})

test('a query in the address narrows a day, and can be given up', async () => {
  renderDays('/digest/2025-12-11?q=nowhere', ['2025-12-11'])
  await userEvent.click(
    (await screen.findAllByRole('link', { name: 'All papers of this day' }))[0] as HTMLElement,
  )
  expect(address()).toBe('/digest/2025-12-11')
  await screen.findByText(/^1 paper/, inList)
})

test.each([
  ['/digest/2025-13-40', /no day 2025-13-40/, 'Thursday 11 December 2025'],
  ['/digest/2021-W54', /2021 has no week 54/, 'Monday 8 December 2025'],
  ['/digest/2025-12-09', /No papers were listed/, 'Monday 8 December 2025'],
  ['/digest/1999-12-31', /begin on Monday 8 December 2025/, 'Monday 8 December 2025'],
  ['/digest/today', /address of a day/, 'Thursday 11 December 2025'],
])('%s says what is wrong, and names the nearest days', async (at, why, nearest) => {
  renderDays(at, ['2025-12-08', '2025-12-11'])
  await screen.findByText(why)
  await userEvent.click(await screen.findByRole('link', { name: nearest }))
  await heading(nearest)
  expect((await screen.findAllByRole('article')).length).toBe(1)
})

test('the calendar counts each day, the newest month first, and leads to days and weeks', async () => {
  renderDays('/digests', ['2024-12-30', '2025-11-03', '2025-12-11', '2025-12-11'])
  const months = await screen.findAllByRole('table')
  expect(months.map(table => table.querySelector('caption')?.textContent)).toEqual([
    'December 2025',
    'November 2025',
    'December 2024',
  ])
  const [newest] = months as [HTMLElement]
  expect(within(newest).getAllByRole('columnheader')).toHaveLength(8)
  const week = within(newest).getByRole('rowheader', { name: 'Week 50' })
  expect(within(week).getByRole('link').getAttribute('href')).toBe('/digest/2025-W50')
  expect(within(screen.getByRole('navigation', { name: 'Years' })).getAllByRole('link')).toHaveLength(2)
  await userEvent.click(within(newest).getByRole('link', { name: 'Thursday 11 December 2025: 2 papers' }))
  expect(address()).toBe('/digest/2025-12-11')
})

test('the masthead leads to the calendar, and a paper to the digest that listed it', async () => {
  renderAt('/digest/2025-12-11?q=theme:kv-cache')
  expect((await screen.findByRole('link', { name: 'Digests' })).getAttribute('href')).toBe('/digests')
  const [first] = (await screen.findAllByRole('article')) as [HTMLElement]
  await userEvent.click(within(first).getAllByRole('link')[0] as HTMLElement)
  await userEvent.click(await screen.findByRole('link', { name: '11 Dec 2025' }))
  expect(address()).toBe('/digest/2025-12-11')
})

test('a day on which papers were added, and none listed, says so, and its week says which', async () => {
  const corpus = new CountedCorpus({ themes: [], segments: [1] })
  const engine = localEngine(corpus)
  corpus.addSegment([
    paperWith({ id: 'listed', title: 'Paper listed', listedOn: ['2025-12-08'] }),
    paperWith({ id: 'added', title: 'Paper added', addedOn: '2025-12-10' }),
  ])
  const { unmount } = renderAt('/digest/2025-12-10', engine, { themes: [], papers: 2 })
  await screen.findByText('These papers were added on this day. No digest listed them.')
  expect(await screen.findAllByRole('article')).toHaveLength(1)
  unmount()
  renderAt('/digest/2025-W50', engine, { themes: [], papers: 2 })
  await heading('Week 50 of 2025')
  const days = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)
  expect(days).toContain('Monday 8 December 20251 paper')
  expect(days).toContain('Wednesday 10 December 20251 paper added')
})
