import { brokenLinks } from '../hosting/links.ts'
import { expect, test } from './gate.ts'

test('every link within the site leads to a file', () => {
  const { pages, followed, broken } = brokenLinks({
    dist: 'dist',
    base: '/',
    address: 'http://localhost:4173/',
  })
  expect(broken).toEqual([])
  expect(pages).toBeGreaterThan(140)
  expect(followed).toBeGreaterThan(2_000)
})
