import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent

function engineOf(papers: readonly Partial<CorpusPaper>[]): SearchEngine {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers.map((paper, i) => paperWith({ id: `p${i}`, title: `Paper ${i}`, ...paper })))
  return engine
}

/** A section of the panel beside the list; the one for narrow screens is the other. */
async function section(name: string): Promise<HTMLElement> {
  const beside = await screen.findByRole('complementary', { name: 'Filters', hidden: true })
  const heading = await within(beside).findByRole('heading', { name, hidden: true })
  const details = heading.closest('details') as HTMLDetailsElement
  details.open = true
  return details
}

const lab = (i: number) => ({
  organization: { name: `Lab ${100 + i}` },
  publishedAt: `2025-0${1 + (i % 3)}-05`,
})

test('organisations are chosen beside each other', async () => {
  renderAt('/', engineOf([lab(1), lab(1), lab(2), {}]))
  const orgs = await section('Organisation')
  await userEvent.click(within(orgs).getByRole('link', { name: /^Lab 101/ }))
  expect(address()).toBe('/?q=org:%22Lab+101%22')
  await userEvent.click(within(await section('Organisation')).getByRole('link', { name: /^Lab 102/ }))
  expect(address()).toBe('/?q=org:%22Lab+101%22+%7C+org:%22Lab+102%22')
  await screen.findByText('3 of 4 papers', { exact: false, selector: '#papers *' })
})

test('in a long list a value is found by its name', async () => {
  renderAt('/', engineOf(Array.from({ length: 40 }, (_, i) => lab(i))))
  const orgs = await section('Organisation')
  expect(within(orgs).queryByRole('link', { name: /^Lab 139/ })).toBeNull()
  await userEvent.type(within(orgs).getByRole('searchbox', { name: 'Find an organisation' }), '139')
  await userEvent.click(await within(orgs).findByRole('link', { name: /^Lab 139/ }))
  expect(address()).toBe('/?q=org:%22Lab+139%22')
})

test('what papers have is asked for together', async () => {
  const code = { codeUrls: ['https://github.com/a/b'] }
  renderAt('/', engineOf([{ ...code, comments: 3 }, code, {}]))
  const has = await section('Has')
  await userEvent.click(within(has).getByRole('link', { name: /^Code/ }))
  await userEvent.click(within(await section('Has')).getByRole('link', { name: /^Comments/ }))
  expect(address()).toBe('/?q=has:code+has:comments')
})

test('months are chosen by their ends, and years by a click', async () => {
  renderAt('/', engineOf([lab(0), lab(1), lab(2), { publishedAt: '2024-12-01' }]))
  const published = await section('Published')
  await userEvent.selectOptions(within(published).getByLabelText('From'), 'February 2025')
  expect(address()).toBe('/?q=date:2025-02..2025-03')
  await userEvent.selectOptions(within(published).getByLabelText('To'), 'February 2025')
  expect(address()).toBe('/?q=date:2025-02')
  await userEvent.click(within(published).getByRole('link', { name: '2024' }))
  expect(address()).toBe('/?q=date:2025-02+%7C+date:2024')
  await userEvent.click(within(published).getByRole('link', { name: '2024' }))
  await userEvent.selectOptions(within(published).getByLabelText('From'), 'any month')
  expect(address()).toBe('/?q=date:2024-12..2025-02')
})

test('what is known of no paper is not offered', async () => {
  renderAt('/', engineOf([{ title: 'Bare' }]))
  const beside = await screen.findByRole('complementary', { name: 'Filters', hidden: true })
  await within(beside).findByText('None of these papers has a theme.')
  expect(within(beside).queryByRole('heading', { name: 'Organisation', hidden: true })).toBeNull()
})

test('beside the papers stand the themes that go with them', async () => {
  renderAt('/?q=theme:rlvr')
  const rail = await screen.findByRole('complementary', { name: 'About these papers', hidden: true })
  const heading = await within(rail).findByRole('heading', {
    name: 'Themes that go with these',
    hidden: true,
  })
  const first = within(heading.closest('section') as HTMLElement).getAllByRole('link', { hidden: true })[0]
  await userEvent.click(first as HTMLElement)
  expect(address()).toMatch(/^\/\?q=theme:rlvr\+theme:[a-z-]+$/)
})
