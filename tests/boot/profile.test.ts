import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { runBoot } from './runBoot.ts'

function visit(attributes: string, path = '/x/'): Document {
  const { window } = new JSDOM(
    `<html data-base="/x/" ${attributes}><body><div id="root">…</div></body></html>`,
    {
      url: `https://ada.github.io${path}`,
      runScripts: 'outside-only',
    },
  )
  Object.assign(window.Array.prototype, { toSorted: () => [] })
  runBoot(window)
  return window.document
}

const notice = (page: Document): string => page.querySelector('.broken')?.textContent ?? ''

test('the accent of a site is the colour of its links', () => {
  const { documentElement } = visit('data-accent="light-dark(#123456, #abcdef)"')
  expect(documentElement.style.getPropertyValue('--color-link')).toBe('light-dark(#123456, #abcdef)')
  expect(visit('').documentElement.getAttribute('style')).toBeNull()
})

test('an engine that is not known is reported, and what was rendered stays', () => {
  const page = visit('data-engine="telepathy"')
  expect(notice(page)).toContain('asks for the engine “telepathy”, which its scripts do not have')
  expect(page.getElementById('root')?.textContent).toBe('…')
  expect(notice(visit('data-engine="worker"'))).toBe('')
  expect(notice(visit(''))).toBe('')
})

test('a page at another address than that of its site says where the site is', () => {
  expect(notice(visit('', '/y/'))).toContain('was built to be opened at https://ada.github.io/x/.')
})
