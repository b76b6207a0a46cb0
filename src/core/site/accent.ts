/** Colours of the page (`--color-paper` of the styles) that links stand on. */
const PAPER = { light: '#fbfaf6', dark: '#191714' }
/** Contrast that WCAG 2.2 asks of text (success criterion 1.4.3, AA). */
const MIN_CONTRAST = 4.5
/** Steps from a colour to white. */
const STEPS = 50

type Rgb = readonly [red: number, green: number, blue: number]

function rgbOf(color: string): Rgb | undefined {
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color.slice(1) : undefined
  if (digits === undefined) return undefined
  const long = digits.length === 6 ? digits : digits.replace(/./g, '$&$&')
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4)]
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, from 0 to 1 (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(channel => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). */
function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** The first colour on the way to white that can be read on dark paper. White itself can. */
function onDark(rgb: Rgb): Rgb {
  const paper = rgbOf(PAPER.dark) as Rgb
  for (let step = 0; step < STEPS; step++) {
    const [red, green, blue] = rgb.map(channel => Math.round(channel + ((255 - channel) * step) / STEPS))
    const lighter = [red, green, blue] as unknown as Rgb
    if (contrast(lighter, paper) >= MIN_CONTRAST) return lighter
  }
  return [255, 255, 255]
}

const contrastOnLight = (rgb: Rgb): number => contrast(rgb, rgbOf(PAPER.light) as Rgb)

/**
 * The colour of links as CSS, for both colour schemes; `undefined` where it cannot be read on light paper, or is none.
 *
 * @param color for light paper, `#rrggbb` or `#rgb`
 */
export function accentOf(color: string): string | undefined {
  const rgb = rgbOf(color)
  return rgb && contrastOnLight(rgb) >= MIN_CONTRAST
    ? `light-dark(${hexOf(rgb)}, ${hexOf(onDark(rgb))})`
    : undefined
}

/** Why `accentOf` rejects a colour, as a sentence after a space; empty for what is no colour. */
export function contrastAdvice(color: string): string {
  const rgb = rgbOf(color)
  if (!rgb) return ''
  const given = Math.floor(contrastOnLight(rgb) * 100) / 100
  return ` Its contrast with the paper of the site, ${PAPER.light}, is ${given} : 1; links need ${MIN_CONTRAST} : 1.`
}
