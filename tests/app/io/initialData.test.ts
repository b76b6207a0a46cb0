import { expect, test } from 'vitest'
import { readInitialData, writtenData } from '#app/io/initialData.ts'
import { argsKey, requestOf } from '#core/engine/request.ts'
import { headOfFront } from '#core/site/pageHeads.ts'
import { DEFAULT_PROFILE } from '#core/site/siteProfile.ts'
import { documentOf } from '#site/pages/html.ts'
import { render } from '#site/pages/render.tsx'
import { digestEngine } from '../../fixtures/digest.ts'

const TEMPLATE = '<html><head></head><body><div id="root"></div></body></html>'

const HARD = [
  `Prices of $5 and $6, "quoted", of the '90s: models' <b>words</b> & 5" - or so - with $x'$ and https://example.org/'a'.`,
  'Two lines\nand \u{1F600} signs \u202Ebackwards\u202C, “set” already.',
  "A return\r\nthat parsers change, which isn't drawn as it came.",
  '',
]

test('what a page came with is read as it was, titles and abstracts from where they are drawn', async () => {
  const request = requestOf({ q: '', layout: 'cards', page: 1 })
  const response = structuredClone(await digestEngine().search(request))
  for (const [at, text] of HARD.entries()) {
    const hit = response.hits[at]
    if (hit) hit.paper = { ...hit.paper, title: text, abstract: text }
  }
  const first = { corpus: { papers: 46 }, named: [], list: { key: argsKey(request), response } }
  const page = documentOf(
    TEMPLATE,
    headOfFront(undefined, { address: 'https://example.org/', name: 'Broadsheet' }),
    render(DEFAULT_PROFILE, '/', first),
    '/',
    first,
  )
  document.body.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').body.childNodes)
  // To the letter: hits are compared so with those of the engine.
  expect(JSON.stringify(readInitialData())).toBe(JSON.stringify(first))
  expect(JSON.stringify(writtenData(first)).length).toBeLessThan(0.6 * JSON.stringify(first).length)
})
