import katex, { type KatexNode, type KatexOptions, __renderToDomTree as treeOf } from 'katex'
import type { TexFormula } from '#core/tex/formulas.ts'

/** An element of MathML, with the attributes below only. */
export interface MathElement {
  name: string
  attributes: Record<string, string>
  children: (MathElement | string)[]
}

/** Commands that link or embed stay as text; expansion and size are limited. */
const OPTIONS: KatexOptions = {
  output: 'mathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxSize: 20,
  maxExpand: 200,
}

/** Attributes that typeset maths; styles, classes and links are left out. */
const ATTRIBUTES = new Set([
  ...[
    'accent',
    'accentunder',
    'columnalign',
    'columnlines',
    'columnspacing',
    'depth',
    'display',
    'displaystyle',
  ],
  ...['fence', 'height', 'linebreak', 'linethickness', 'lspace', 'mathbackground', 'mathcolor', 'mathsize'],
  ...['mathvariant', 'maxsize', 'minsize', 'movablelimits', 'notation', 'rowalign', 'rowlines', 'rowspacing'],
  ...['rspace', 'scriptlevel', 'separator', 'stretchy', 'symmetric', 'voffset', 'width'],
])

/** The source is given as `alttext` of the whole instead. */
const LEFT_OUT = new Set(['annotation'])

function nodesOf({
  type,
  attributes = {},
  children,
  text,
  character,
  width,
}: KatexNode): MathElement['children'] {
  if (text !== undefined) return [text]
  if (width !== undefined && !children) {
    return character
      ? [{ name: 'mtext', attributes: {}, children: [character] }]
      : [{ name: 'mspace', attributes: { width: `${width}em` }, children: [] }]
  }
  const inside = (children ?? []).flatMap(nodesOf)
  if (type === undefined || type === 'semantics') return inside
  if (LEFT_OUT.has(type)) return []
  const kept = Object.entries(attributes).filter(([name]) => ATTRIBUTES.has(name))
  return [{ name: type, attributes: Object.fromEntries(kept), children: inside }]
}

/**
 * A formula as MathML, which browsers typeset without the fonts and styles of KaTeX.
 *
 * @returns undefined if KaTeX cannot parse it, or if it exceeds a limit
 */
export function mathml({ source, tex, displayed }: TexFormula): MathElement | undefined {
  try {
    const [math] = nodesOf(treeOf(tex, { ...OPTIONS, displayMode: displayed }))
    if (typeof math !== 'object') return undefined
    return { ...math, attributes: { ...math.attributes, alttext: source } }
  } catch (error) {
    // A formula that overflows the stack is not meant for readers.
    if (error instanceof katex.ParseError || error instanceof RangeError) return undefined
    throw error
  }
}
