import { expect, test } from 'vitest'
import { forwards } from '#site/pages/forwards.ts'

const targetOf = (html: string | undefined) => /content="0; url=([^"]*)"/.exec(html ?? '')?.[1]

test('each folder of pages leads to the page that is meant', () => {
  const pages = [
    'index.html',
    'help.html',
    'themes.html',
    'theme/rlvr.html',
    'digest/2025-12-11.html',
    'paper/2512.05564.html',
    'paper/math/0211159.html',
  ]
  const targets = [...forwards(pages, { base: '/papers/', name: 'Broadsheet' })].map(([file, html]) => [
    file,
    targetOf(html),
  ])
  expect(Object.fromEntries(targets)).toEqual({
    'help/index.html': '/papers/help.html',
    'themes/index.html': '/papers/themes.html',
    'theme/index.html': '/papers/themes.html',
    'theme/rlvr/index.html': '/papers/theme/rlvr.html',
    'digest/index.html': '/papers/digests.html',
    'digest/2025-12-11/index.html': '/papers/digest/2025-12-11.html',
    'paper/index.html': '/papers/',
    'paper/math/index.html': '/papers/',
  })
})

test('a page that has the name keeps it', () => {
  const files = forwards(['paper/Index.html', 'paper/math/index.html', 'theme/index.html'], {
    base: '/',
    name: 'Broadsheet',
  })
  expect([...files.keys()]).toEqual(['theme/index/index.html'])
})
