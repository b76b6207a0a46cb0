import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { watchDownloads } from '../download.ts'
import { renderAt } from '../renderAt.tsx'

async function openDialog(address: string) {
  const user = userEvent.setup()
  renderAt(address)
  await user.click(await screen.findByRole('button', { name: 'Cite' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Cite this paper' }))
  return { user, dialog }
}

const COMPLETE = '/paper/2507.10524'
const INCOMPLETE = '/paper/mitigating-attention-sinks-and-massive-activations-in-audio-visual-speech'

test('the citation is shown in each format, chosen by click or arrow', async () => {
  const { user, dialog } = await openDialog(COMPLETE)
  const text = (format: string) => dialog.getByLabelText<HTMLTextAreaElement>(`Citation as ${format}`).value
  expect(dialog.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
    'BibTeX',
    'RIS',
    'CSL-JSON',
    'APA',
    'Markdown',
  ])
  expect(text('BibTeX')).toMatch(/^@misc\{bae2025mixtureofrecursions-2507\.10524,/)
  await user.click(dialog.getByRole('tab', { name: 'RIS' }))
  expect(text('RIS')).toMatch(/^TY {2}- UNPD/)
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(dialog.getByRole('tab', { name: 'CSL-JSON', selected: true }))
  expect(text('CSL-JSON')).toContain('"type": "article"')
  await user.keyboard('{ArrowRight}')
  expect(text('APA')).toMatch(/\(2025\)\. Mixture-of-Recursions/)
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(text('BibTeX')).toMatch(/^@misc/)
  await user.keyboard('{End}')
  expect(text('Markdown')).toMatch(/^\[Mixture-of-Recursions/)
  expect(dialog.queryByText(/^Incomplete/)).toBeNull()
})

test('what is shown is copied, and said to be', async () => {
  const { user, dialog } = await openDialog(COMPLETE)
  await user.click(dialog.getByRole('button', { name: 'Copy BibTeX' }))
  expect(await navigator.clipboard.readText()).toMatch(/^@misc\{bae2025[\s\S]*\}\n$/)
  expect(dialog.getByRole('status').textContent).toBe('Copy BibTeX: copied')
})

test('what is shown is saved under the key of the paper', async () => {
  const saved = watchDownloads()
  const { user, dialog } = await openDialog(COMPLETE)
  await user.click(dialog.getByRole('tab', { name: 'RIS' }))
  await user.click(dialog.getByRole('button', { name: 'Download RIS' }))
  expect([...saved.keys()]).toEqual(['bae2025mixtureofrecursions-2507-10524.ris'])
  expect(await [...saved.values()][0]).toMatch(/^TY {2}- UNPD[\s\S]*ER {2}- \r\n$/)
})

test('what the record lacks is said', async () => {
  const { dialog } = await openDialog(INCOMPLETE)
  dialog.getByText(/^Incomplete record: without authors and a date\./)
})

test('the dialog goes when it is closed', async () => {
  const { user, dialog } = await openDialog(COMPLETE)
  await user.click(dialog.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
