import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { filePaths } from '#core/site/filePaths.ts'
import type { Files } from '../corpus/corpus.ts'

interface Icon {
  file: string
  /** Width and height in pixels. */
  size: number
  /** Purpose in the web manifest; iOS reads its icon from a link of the page. */
  purpose?: 'any' | 'maskable'
}

/** The icon of the site for systems that do not accept SVG. */
export const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', size: 192, purpose: 'any' },
  { file: 'icon-512.png', size: 512, purpose: 'any' },
  { file: 'icon-maskable-512.png', size: 512, purpose: 'maskable' },
  { file: filePaths.appleIcon().slice(1), size: 180 },
]

/** Systems crop such an icon, at most to a circle of four fifths of its width. */
const KEPT = 0.8

export async function icons(svg = readFileSync('public/icon.svg')): Promise<Files> {
  const drawn = ICONS.map(async ({ file, size, purpose }) => {
    const side = purpose === 'maskable' ? size * KEPT : size
    const image = await loadImage(svg)
    // The size in the SVG is the size of its rendering.
    image.width = side
    image.height = side
    const canvas = createCanvas(size, size)
    const context = canvas.getContext('2d')
    const background = /<rect [^<>]*fill="(#[0-9a-f]{6})"/.exec(String(svg))?.[1]
    if (background === undefined) throw new Error('The icon has no background.')
    context.fillStyle = background
    context.fillRect(0, 0, size, size)
    context.drawImage(image, (size - side) / 2, (size - side) / 2, side, side)
    return [file, canvas.encodeSync('png')] as const
  })
  return new Map(await Promise.all(drawn))
}
