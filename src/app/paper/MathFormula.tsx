import { createElement, memo, type ReactNode } from 'react'
import type { TexFormula } from '#core/tex/formulas.ts'
import { type MathElement, mathml } from './mathml.ts'
import * as texts from './texts.ts'

const rendered = ({ name, attributes, children }: MathElement): ReactNode =>
  createElement(
    name,
    attributes,
    ...children.map(child => (typeof child === 'string' ? child : rendered(child))),
  )

/** A formula, typeset; its source if it cannot be typeset. */
export const MathFormula = memo(function MathFormula({ source, tex, displayed }: TexFormula) {
  const math = mathml({ source, tex, displayed })
  if (math && displayed)
    return (
      // biome-ignore lint/a11y/useSemanticElements: a paragraph cannot hold a fieldset
      <span
        role="group"
        aria-label={texts.formula}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a formula wider than the window is scrolled by keys, too
        tabIndex={0}
        className="block overflow-x-auto overflow-y-hidden"
      >
        {rendered(math)}
      </span>
    )
  // In an element of HTML: React hides lazy parts by styles, which MathML does not support everywhere.
  return <span>{math ? rendered(math) : source}</span>
})
