import { expect, test } from 'vitest'
import { PICTURE } from '#core/site/headTags.ts'
import { type Card, cardPainter } from '#site/assets/picture.ts'

const paint = cardPainter('Broadsheet')

/** Height and width of a baseline JPEG: they stand behind the marker of its frame. */
function sizeOf(jpeg: Uint8Array): { width: number; height: number } {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  let at = 2
  while (view.getUint16(at) !== 0xffc0) at += 2 + view.getUint16(at + 2)
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
}

const themes = Array.from({ length: 100 }, (_, number) => ({ label: `Theme ${number}`, accent: number }))

test.each<[string, Card]>([
  ['a title', { title: 'Native Parallel Reasoner' }],
  ['no title', { title: '' }],
  ['a title of 300 characters without spaces', { title: 'x'.repeat(300), about: 'y'.repeat(300) }],
  ['a title of a megabyte', { title: 'word '.repeat(200_000) }],
  ['a hundred themes', { title: 'Much', about: 'Tsinghua University', themes }],
  ['what the font lacks', { title: '\u202eمرحبا 漢字 \ud800 👩‍🔬 α → β' }],
])('a picture of %s has the size that the page tells', (_, card) => {
  const picture = paint(card)
  expect(sizeOf(picture)).toEqual({ width: PICTURE.width, height: PICTURE.height })
  expect(picture.length).toBeLessThan(100_000)
})

test('the same page has the same picture, and another has another', () => {
  const card = { title: 'Native Parallel Reasoner', about: 'Tsinghua University', themes: themes.slice(0, 2) }
  const picture = paint(card)
  expect(paint({ title: 'Something else' })).not.toEqual(picture)
  expect(paint({ ...card, about: '46 papers' })).not.toEqual(picture)
  expect(paint({ ...card, themes: themes.slice(2, 4) })).not.toEqual(picture)
  expect(paint(card)).toEqual(picture)
})

test('a style sheet without a colour is refused by its name', () => {
  expect(() =>
    cardPainter('Broadsheet', '--color-ink: light-dark(#1f1b16, #ece6da);')({ title: 'x' }),
  ).toThrow('paper')
})
