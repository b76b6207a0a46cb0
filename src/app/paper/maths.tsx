import type { Formula as Maths } from '#core/tex/formulas.ts'
import { onDemand } from '../shell/onDemand.tsx'

const Source = ({ source }: Maths) => source

/** KaTeX is large, and few papers need it. Until it has come, or where it does not, a formula is shown as it came. */
export const Formula = onDemand(
  () =>
    import('./Formula.tsx').then(
      ({ Formula }) => Formula,
      () => Source,
    ),
  Source,
)

/** Loads what a page that came with formulas is drawn by. */
export const loadMathsOf = (page: Element): unknown => page.querySelector('math') && Formula.load()
