import {
  type ComponentProps,
  createContext,
  type ReactNode,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { createPath, type NavigateOptions, useHref, useLocation, useNavigate } from 'react-router-dom'
import { isPlainClick } from './plainClick.ts'

export interface SiteNavigation {
  name: string
  /** The address of a path of the site, with the base. */
  hrefOf: (path: string) => string
  /** Follows a path as a link does: one that is open already gets no second entry in the history. */
  go: (path: string, options?: NavigateOptions) => void
}

const SiteContext = createContext<SiteNavigation | undefined>(undefined)

/** Provides navigation to everything with links; needs a router around it. */
export function SiteProvider({ name, children }: { name: string; children: ReactNode }) {
  const root = useHref('/')
  const navigate = useNavigate()
  const location = useLocation()
  const router = useRef({ navigate, location })
  useLayoutEffect(() => {
    router.current = { navigate, location }
  }, [navigate, location])
  const site = useMemo<SiteNavigation>(
    () => ({
      name,
      hrefOf: path => root.replace(/\/$/, '') + path,
      go: (path, options) => {
        const { navigate, location } = router.current
        navigate(path, { ...options, replace: options?.replace ?? createPath(location) === path })
      },
    }),
    [name, root],
  )
  return <SiteContext value={site}>{children}</SiteContext>
}

/** @throws Error outside `SiteProvider` */
export function useSite(): SiteNavigation {
  const site = use(SiteContext)
  if (!site) throw new Error('Links need a SiteProvider around them.')
  return site
}

interface Props extends Omit<ComponentProps<'a'>, 'href'>, Pick<NavigateOptions, 'replace' | 'state'> {
  /** A path of the site, with its query string. */
  to: string
}

/**
 * A link within the site. A click that `onClick` does not prevent changes the page without loading it.
 *
 * Unlike the router's own it does not depend on the address: with hundreds of links in a page, rendering all of them after
 * each click took longer than finding the papers.
 */
export function Link({ to, replace, state, onClick, ...rest }: Props) {
  const { hrefOf, go } = useSite()
  return (
    <a
      {...rest}
      href={hrefOf(to)}
      onClick={event => {
        onClick?.(event)
        if (event.defaultPrevented || !isPlainClick(event)) return
        event.preventDefault()
        go(to, { ...(replace !== undefined && { replace }), state })
      }}
    />
  )
}
