import katex, { type KatexNode, type KatexOptions, __renderToDomTree as treeOf } from 'katex'
import type { TexFormula } from '#core/tex/formulas.ts'

/** An element of MathML. It holds no text but in strings, and no attributes but those below. */
export interface MathElement {
  name: string
  attributes: Record<string, string>
  children: (MathElement | string)[]
}

/** Commands that link or embed stay what they are in the text, and none expands or grows without end. */
const OPTIONS: KatexOptions = {
  output: 'mathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxSize: 20,
  maxExpand: 200,
}

/** What says how maths is set. Styles, classes and links are not taken over. */
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
 * A formula as MathML, which browsers set by themselves: without the fonts and styles of KaTeX.
 *
 * @returns nothing where KaTeX does not understand it, or where it asks for more than is allowed
 */
export function mathml({ source, tex, displayed }: TexFormula): MathElement | undefined {
  try {
    const [math] = nodesOf(treeOf(tex, { ...OPTIONS, displayMode: displayed }))
    if (typeof math !== 'object') return undefined
    return { ...math, attributes: { ...math.attributes, alttext: source } }
  } catch (error) {
    // Too deep for the stack is a formula that nobody reads.
    if (error instanceof katex.ParseError || error instanceof RangeError) return undefined
    throw error
  }
}
