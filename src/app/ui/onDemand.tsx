import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { ReloadButton } from './ReloadButton.tsx'

/** A deploy takes the files of the one before with it, and networks fail. */
const Unavailable = () => (
  <p className="py-4 text-sm text-warn">
    This part of the site could not be loaded. <ReloadButton />
  </p>
)

/** A component that is loaded when it is first drawn, to keep the first page small. Draws within a `Suspense`. */
export const onDemand = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(() =>
    load().then(
      component => ({ default: component }),
      () => ({ default: Unavailable }),
    ),
  )
