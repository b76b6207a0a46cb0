import { expect, test } from 'vitest'
import { DEFAULT_PROFILE } from '#core/site/siteProfile.ts'
import { render } from '#site/pages/render.tsx'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'

const drawn = (facts: Parameters<typeof paperWith>[0]): string => {
  const paper = paperWith({ id: 'a-paper', ...facts })
  return render(DEFAULT_PROFILE, '/paper/a-paper', { corpus: { papers: 1 }, named: [], paper })
}

test('a paper can be read without scripts: its formulas, all of its authors, where it opens, its citation', () => {
  const html = drawn({
    title: "A model's $\\sqrt{\\frac{a}{b}}$",
    abstract: 'Of "$\\frac{1}{n}$" and $5 to $10.',
    authors: Array.from({ length: 664 }, (_, at) => `Author ${at}`),
    arxivId: '2512.05564',
  })
  expect(html).toMatch(/<h1[^>]*>A model’s .*<math alttext="\$\\sqrt/)
  expect(html).toMatch(/Of “.*<mfrac><mn>1<\/mn><mi>n<\/mi><\/mfrac>.*” and \$5 to \$10\./)
  expect(html.match(/<bdi>Author \d+<\/bdi>/g)).toHaveLength(664)
  expect(html).toContain('href="https://www.alphaxiv.org/abs/2512.05564"')
  expect(html).toContain('@misc{')
  expect(html).not.toMatch(/style=|<template/)
})

test('an abstract of a megabyte, full of marks, is drawn whole', () => {
  const abstract = 'a "word" of $x_1$ \\[ '.repeat(50_000)
  expect(drawn({ abstract }).length).toBeGreaterThan(abstract.length)
})

test('help can be read without scripts, with its examples, and links to its sections work', async () => {
  const engine = digestEngine()
  const html = render({ ...DEFAULT_PROFILE, base: '/papers/' }, '/help', {
    corpus: { papers: 46 },
    named: [],
    guide: await engine.examples({}),
  })
  expect(html).toMatch(/<section id="operators".*title:entropy/s)
  expect(html).toContain('href="/papers/help#keys"')
  expect(html).not.toMatch(/style=|<template/)
})
