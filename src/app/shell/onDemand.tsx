import { type ComponentType, lazy, Suspense, useState } from 'react'
import { goneWithDeploy } from '../io/newerSite.ts'
import { ReloadButton } from './ReloadButton.tsx'

/** Why something cannot be drawn. */
export interface FailingProps {
  /** The site has been replaced by a newer one since the page was opened: a deploy takes the files of the one before with it. */
  isOutdated: boolean
}

const Unavailable = ({ isOutdated }: FailingProps) => (
  <p className="py-4 text-sm text-warn">
    {isOutdated ? 'This page needs an update.' : 'This part of the site could not be loaded.'}{' '}
    <ReloadButton />
  </p>
)

async function failingAs(Failing: ComponentType<FailingProps>) {
  const isOutdated = await goneWithDeploy()
  return { default: () => <Failing isOutdated={isOutdated} /> }
}

export interface OnDemand<Props> {
  (props: Props): React.JSX.Element
  /** Loads it before it is drawn; then it is drawn at once. */
  load: () => Promise<unknown>
}

const all: (() => Promise<unknown>)[] = []

/** Loads every such component, those within others too, so that all of a page can be drawn at once. */
export async function loadAll(): Promise<void> {
  for (const load of all) await load()
}

/**
 * A component that is loaded when it is first drawn, to keep the first page small.
 *
 * @param Meanwhile is drawn until then; nothing, where it is left out
 * @param Failing is drawn where it cannot be loaded
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType<Props>,
  Failing: ComponentType<FailingProps> = Unavailable,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetchOnce = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Waited = lazy<ComponentType<Props>>(() => fetchOnce().catch(() => failingAs(Failing)))
  function OnDemand(props: Props) {
    // One that was waited for stays what it is: another component would begin anew.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Waited)
    return (
      <Suspense fallback={Meanwhile && <Meanwhile {...props} />}>
        <Component {...props} />
      </Suspense>
    )
  }
  OnDemand.load = () => fetchOnce().catch(() => undefined)
  all.push(OnDemand.load)
  return OnDemand
}
