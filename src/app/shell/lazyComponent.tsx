import { type ComponentType, lazy, Suspense, useState } from 'react'
import { goneWithDeploy } from '../io/newerSite.ts'
import { ReloadButton } from '../ui/ReloadButton.tsx'
import * as texts from './texts.ts'

/** Why a component could not be loaded. */
export interface LoadErrorProps {
  /** A deploy has replaced the site since the page was opened, and removed its files. */
  isOutdated: boolean
}

const PartUnavailable = ({ isOutdated }: LoadErrorProps) => (
  <p className="py-4 text-sm text-warn">
    {isOutdated ? texts.partOutdated : texts.partNotLoaded} <ReloadButton />
  </p>
)

async function loadErrorOf(LoadError: ComponentType<LoadErrorProps>) {
  const isOutdated = await goneWithDeploy()
  return { default: () => <LoadError isOutdated={isOutdated} /> }
}

export interface LazyComponent<Props> {
  (props: Props): React.JSX.Element
  /** Loads the component before it is rendered; it is then rendered without waiting. */
  load: () => Promise<unknown>
}

const all: (() => Promise<unknown>)[] = []

/** Loads every lazy component, nested ones too, so that a whole page can be rendered at once. */
export async function loadAll(): Promise<void> {
  for (const load of all) await load()
}

/**
 * A component that is loaded when it is first rendered, to keep the first page small.
 *
 * @param Fallback is rendered while it loads; nothing by default
 * @param LoadError is rendered if it cannot be loaded
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Fallback?: ComponentType<Props>,
  LoadError: ComponentType<LoadErrorProps> = PartUnavailable,
): LazyComponent<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetchOnce = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Lazy = lazy<ComponentType<Props>>(() => fetchOnce().catch(() => loadErrorOf(LoadError)))
  function LazyComponent(props: Props) {
    // Fixed at the first render: another component type would lose its state.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Lazy)
    return (
      <Suspense fallback={Fallback && <Fallback {...props} />}>
        <Component {...props} />
      </Suspense>
    )
  }
  LazyComponent.load = () => fetchOnce().catch(() => undefined)
  all.push(LazyComponent.load)
  return LazyComponent
}
