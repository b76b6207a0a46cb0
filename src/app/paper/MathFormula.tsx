import { createElement, memo, type ReactNode } from 'react'
import type { TexFormula } from '#core/tex/formulas.ts'
import { type MathElement, mathml } from './mathml.ts'

const drawn = ({ name, attributes, children }: MathElement): ReactNode =>
  createElement(
    name,
    attributes,
    ...children.map(child => (typeof child === 'string' ? child : drawn(child))),
  )

/** A formula as it is set; what cannot be set is shown as it came. */
export const MathFormula = memo(function MathFormula({ source, tex, displayed }: TexFormula) {
  const math = mathml({ source, tex, displayed })
  if (math && displayed)
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a paragraph
      <span
        role="group"
        aria-label="Formula"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a formula wider than the window is scrolled by keys, too
        tabIndex={0}
        className="block overflow-x-auto overflow-y-hidden"
      >
        {drawn(math)}
      </span>
    )
  // In an element of HTML, since React hides and shows what is loaded by styles, which MathML has not everywhere.
  return <span>{math ? drawn(math) : source}</span>
})
