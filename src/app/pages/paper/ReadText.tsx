import { Fragment, type ReactNode } from 'react'
import { readParts } from '#core/tex/formulas.ts'
import { typeset } from '#core/text/typeset.ts'
import { LazyFormula } from '../../paper/LazyFormula.tsx'

interface Props {
  text: string
  /** Renders the text between formulas. */
  between?: (text: string) => ReactNode
}

/** A title or an abstract, typeset, with its formulas. */
export const ReadText = ({ text, between = text => text }: Props) =>
  readParts(typeset(text)).map(part => (
    <Fragment key={part.start}>
      {'formula' in part ? <LazyFormula {...part.formula} /> : between(part.text)}
    </Fragment>
  ))
