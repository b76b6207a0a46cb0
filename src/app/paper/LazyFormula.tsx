import type { TexFormula } from '#core/tex/formulas.ts'
import { lazyComponent } from '../shell/lazyComponent.tsx'

const Source = ({ source }: TexFormula) => source

/** KaTeX is large, and few papers need it. Until it has come, or where it does not, a formula is shown as it came. */
export const LazyFormula = lazyComponent(
  () =>
    import('./MathFormula.tsx').then(
      ({ MathFormula }) => MathFormula,
      () => Source,
    ),
  Source,
)

/** Loads what a page that came with formulas is drawn by. */
export const loadFormulasOf = (page: Element): unknown => page.querySelector('math') && LazyFormula.load()
