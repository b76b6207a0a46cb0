import type { TexFormula } from '#core/tex/formulas.ts'
import { lazyComponent } from '../shell/lazyComponent.tsx'

const Source = ({ source }: TexFormula) => source

/** KaTeX is large, and few papers need it. Shows the source until it is loaded, or if it cannot be. */
export const LazyFormula = lazyComponent(
  () =>
    import('./MathFormula.tsx').then(
      ({ MathFormula }) => MathFormula,
      () => Source,
    ),
  Source,
)

/** Loads KaTeX if the prerendered page has formulas. */
export const loadFormulasOf = (page: Element): unknown => page.querySelector('math') && LazyFormula.load()
