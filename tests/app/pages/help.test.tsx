import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { rememberQuery } from '#app/state/recentQueries.ts'
import { FIELD_NAMES } from '#core/query/fields.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { engineWith, renderAt } from '../renderAt.tsx'

const address = () => screen.getByLabelText('Address').textContent

/** The section of a title. */
async function section(title: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: title })
  return heading.parentElement as HTMLElement
}

test('every operator of the language is explained, with examples that can be run', async () => {
  renderAt('/help')
  const operators = await section('Operators')
  const terms = within(operators).getAllByRole('term')
  expect(terms.map(term => term.textContent)).toEqual(FIELD_NAMES.map(name => `${name}:`))
  const link = await within(operators).findByRole('link', { name: 'has:code' })
  const papers = link.nextElementSibling?.textContent
  await userEvent.click(link)
  expect(address()).toBe('/?q=has:code')
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(5)
  expect(screen.getAllByText(new RegExp(`^${Number.parseInt(papers ?? '', 10)} of 46 papers`))).not.toEqual(
    [],
  )
})

test('an operator that no paper here is found by has an example without a link', async () => {
  renderAt('/help')
  const operators = await section('Operators')
  await within(operators).findByRole('link', { name: 'has:code' })
  const upvotes = within(operators).getByText('upvotes:>=10')
  expect(upvotes.closest('a')).toBeNull()
})

test('the page is there before any paper is, and its examples are asked for once', async () => {
  let asked = 0
  let answer = () => {}
  const held = new Promise<void>(resolve => (answer = resolve))
  const examples = async () => {
    asked++
    await held
    return digestEngine().examples({})
  }
  renderAt('/help', engineWith({ examples }))
  const words = await section('How words are found')
  expect(within(words).queryAllByRole('link')).toEqual([])
  within(words).getByText('Typing errors')
  answer()
  expect((await within(words).findAllByRole('link')).map(link => link.textContent)).toHaveLength(6)
  expect(asked).toBe(1)
})

test('the contents name every section and lead to it', async () => {
  renderAt('/help')
  const contents = await screen.findByRole('navigation', { name: 'On this page' })
  const links = within(contents).getAllByRole<HTMLAnchorElement>('link')
  const headings = screen.getAllByRole('heading', { level: 2 })
  expect(links.map(link => link.textContent)).toEqual(headings.map(heading => heading.textContent))
  for (const link of links)
    expect(document.querySelector(`section${link.hash} h2`)?.textContent).toBe(link.textContent)
  expect(links.map(({ hash }) => hash)).toContain('#keys')
  await userEvent.click(within(contents).getByRole('link', { name: 'Themes' }))
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Themes' }))
})

test('a theme is shown with its rule, its feed, and as a search', async () => {
  renderAt('/help')
  const themes = await section('Themes')
  const edit = await within(themes).findByRole<HTMLAnchorElement>('link', { name: 'Edit it as a search' })
  const rule = themes.querySelector('code')?.textContent ?? ''
  expect(decodeURIComponent(edit.search.replaceAll('+', ' '))).toBe(`?q=${rule}`)
  const named = within(themes).getAllByRole<HTMLAnchorElement>('link')[1] as HTMLAnchorElement
  expect(named.pathname).toMatch(/^\/theme\//)
  const following = await section('Following')
  const feeds = within(following).getAllByRole<HTMLAnchorElement>('link', { name: 'Atom' })
  expect(feeds.map(({ pathname }) => pathname)).toEqual(['/feeds/all.atom', `/feeds${named.pathname}.atom`])
})

test('recent queries can be removed where it is said that they are kept', async () => {
  rememberQuery('one')
  rememberQuery('two')
  renderAt('/help')
  const stored = await section('Offline and stored data')
  await userEvent.click(within(stored).getByRole('button', { name: 'Remove all 2' }))
  expect(localStorage.length).toBe(0)
  within(stored).getByText('There are none now.')
})

test('the data are as of the newest digest, and their span is named', async () => {
  renderAt('/help')
  const data = await section('About the papers')
  await within(data).findByText(/in \d+ digests? since/)
  expect(data.textContent).toMatch(
    /^About the papersData as of Thursday 11 December 2025, the newest digest: 46 papers, in \d+ digests since .+ 20\d\d, published from March 2022 to December 2025; of 1 paper the day is unknown\./,
  )
})
