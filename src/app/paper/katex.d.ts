import 'katex'

/** KaTeX's tree of a formula, which its own declarations leave out; package.json has an exact version for it. */
declare module 'katex' {
  export interface KatexNode {
    /** Of an element of MathML; absent in text and in fragments. */
    type?: string
    attributes?: Record<string, string>
    /** Absent in text. */
    children?: KatexNode[]
    /** Of text only. */
    text?: string
    /** The characters of a space, where there are any of its width. */
    character?: string | null
    /** The width of a space in em. */
    width?: number
  }
  export function __renderToDomTree(tex: string, options: KatexOptions): KatexNode
}
