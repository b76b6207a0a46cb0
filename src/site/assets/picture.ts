import { readFileSync } from 'node:fs'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { PICTURE } from '#core/site/headTags.ts'
import type { NamedTheme } from '#core/themes/shownThemes.ts'

/** Texts of the picture of a page, which other sites show beside links to it. */
export interface Card {
  title: string
  /** One line below the title, such as who wrote it. */
  about?: string
  themes?: readonly Pick<NamedTheme, 'label' | 'accent'>[]
}

/** The following lengths are for this width. */
const DRAWN_WIDTH = 1200
const DRAWN_HEIGHT = 630
const MARGIN = 76
const WIDTH = DRAWN_WIDTH - 2 * MARGIN
const FAMILY = 'Broadsheet'
const QUALITY = 80
/** A title is set as large as its length lets it. */
const TITLES = [
  { size: 76, lines: 3 },
  { size: 62, lines: 4 },
  { size: 50, lines: 5 },
] as const

const FONTS = 'node_modules/@fontsource-variable/newsreader/files'

/** The light colours of the style sheet by name. */
function lightColors(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}),/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** Breaks a text into lines; a word that is wider than a line is broken, too. */
function linesOf(context: SKRSContext2D, text: string): string[] {
  const fits = (line: string): boolean => context.measureText(line).width <= WIDTH
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (!fits(line + character)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return [...lines, line]
}

/** The beginning of a text that fits into a line. */
function cut(context: SKRSContext2D, text: string, width = WIDTH): string {
  if (context.measureText(text).width <= width) return text
  const characters = [...text]
  while (characters.length > 0 && context.measureText(`${characters.join('').trimEnd()}…`).width > width)
    characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** Longer texts are cut; no title of a paper is longer. */
const MAX_CHARACTERS = 400

function drawTitle(context: SKRSContext2D, title: string, top: number): number {
  const text = [...title].slice(0, MAX_CHARACTERS).join('')
  for (const [at, { size, lines: most }] of TITLES.entries()) {
    context.font = `500 ${size}px ${FAMILY}`
    const lines = linesOf(context, text)
    if (lines.length > most && at < TITLES.length - 1) continue
    const shown = lines.slice(0, most)
    if (lines.length > most || text !== title) shown.push(cut(context, `${shown.pop()}…`))
    const height = size * 1.16
    for (const [row, line] of shown.entries()) context.fillText(line, MARGIN, top + size + row * height)
    return top + shown.length * height
  }
  return top
}

/**
 * Painter of cards, as JPEG. Characters that the site's own font lacks come from the fonts of the
 * machine.
 *
 * @param css the style sheet that has the colours
 */
export function cardPainter(
  siteName: string,
  css = readFileSync('src/app/styles/tokens.css', 'utf8'),
): (card: Card) => Uint8Array {
  const colors = lightColors(css)
  const color = (name: string): string => {
    const value = colors.get(name)
    if (value === undefined) throw new Error(`The style sheet has no light colour ${name}.`)
    return value
  }
  const accents = [...colors].filter(([name]) => name.startsWith('group-')).map(([, value]) => value)
  for (const letters of ['latin', 'latin-ext'])
    GlobalFonts.register(readFileSync(`${FONTS}/newsreader-${letters}-wght-normal.woff2`), FAMILY)
  const canvas = createCanvas(PICTURE.width, PICTURE.height)
  const context = canvas.getContext('2d')
  context.scale(PICTURE.width / DRAWN_WIDTH, PICTURE.height / DRAWN_HEIGHT)
  return ({ title, about, themes = [] }) => {
    context.fillStyle = color('paper')
    context.fillRect(0, 0, DRAWN_WIDTH, DRAWN_HEIGHT)
    context.fillStyle = color('ink')
    context.font = `500 40px ${FAMILY}`
    context.fillText(cut(context, siteName), MARGIN, 98)
    context.fillRect(MARGIN, 126, WIDTH, 4)
    context.fillRect(MARGIN, 135, WIDTH, 1)
    const end = drawTitle(context, title, 158)
    context.fillStyle = color('soft')
    if (about) {
      context.font = `400 32px ${FAMILY}`
      context.fillText(cut(context, about), MARGIN, end + 56)
    }
    context.font = `400 32px ${FAMILY}`
    let left = MARGIN
    for (const { label, accent } of themes) {
      const width = 26 + context.measureText(label).width
      if (left + width > MARGIN + WIDTH) break
      context.fillStyle = accents[accent % accents.length] as string
      context.beginPath()
      context.arc(left + 8, 560, 8, 0, 2 * Math.PI)
      context.fill()
      context.fillStyle = color('soft')
      context.fillText(label, left + 26, 571)
      left += width + 36
    }
    return canvas.encodeSync('jpeg', QUALITY)
  }
}
