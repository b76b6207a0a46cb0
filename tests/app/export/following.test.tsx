import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { digestManifest } from '../../fixtures/digest.ts'
import { renderAt } from '../renderAt.tsx'

async function openFollow(address: string, name: string) {
  const user = userEvent.setup()
  renderAt(address)
  await user.click(await screen.findByRole('button', { name: 'Follow' }))
  return { user, dialog: within(await screen.findByRole('dialog', { name })) }
}

const addressesIn = ({ dialog }: Awaited<ReturnType<typeof openFollow>>): string[] =>
  dialog.getAllByRole<HTMLAnchorElement>('link').map(({ href }) => new URL(href).pathname)

test('a theme is followed by its feed, on its page and as a search', async () => {
  const feeds = ['/feeds/theme/rlvr.atom', '/feeds/theme/rlvr.json']
  expect(addressesIn(await openFollow('/theme/rlvr', 'Follow RLVR'))).toEqual(feeds)
  document.body.replaceChildren()
  const opened = await openFollow('/?q=theme:rlvr', 'Follow RLVR')
  expect(addressesIn(opened)).toEqual(feeds)
  const { user, dialog } = opened
  await user.click(dialog.getByRole('button', { name: 'Copy the address (Atom)' }))
  expect(await navigator.clipboard.readText()).toMatch(/^http.*\/feeds\/theme\/rlvr\.atom$/)
})

test('all papers have a feed', async () => {
  expect(addressesIn(await openFollow('/', 'Follow all papers'))).toEqual([
    '/feeds/all.atom',
    '/feeds/all.json',
  ])
})

test('any other search says how it becomes a theme, with the record ready to copy', async () => {
  const { user, dialog } = await openFollow('/theme/rlvr?q=entropy', 'Follow this search')
  await user.click(dialog.getByRole('button', { name: 'Copy the record' }))
  const rule = digestManifest().themes.find(({ id }) => id === 'rlvr')?.query
  expect(JSON.parse(await navigator.clipboard.readText())).toMatchObject({
    id: 'theme-rlvr-entropy',
    label: 'theme:rlvr entropy',
    query: `${rule} entropy`,
  })
})

test('a search that cannot be a theme says why', async () => {
  const { dialog } = await openFollow('/?q=-survey', 'Follow this search')
  dialog.getByText(/It asks for nothing/)
  expect(dialog.queryByRole('textbox')).toBeNull()
})

test('the feed of a theme is linked on its page, for readers without scripts, too', async () => {
  renderAt('/theme/rlvr')
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Its feed' })
  expect(new URL(link.href).pathname).toBe('/feeds/theme/rlvr.atom')
})

test('a search that finds nothing yet can be followed, too', async () => {
  const { dialog } = await openFollow('/?q=org:nobody', 'Follow this search')
  dialog.getByRole('textbox', { name: 'Record of the theme' })
})
