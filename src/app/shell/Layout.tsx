import type { ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { paths } from '#core/site/paths.ts'
import { openOverlay } from '../commands/overlay.ts'
import { bringToTop, focusOn } from '../navigation/focusTargets.ts'
import { Link, useSite } from '../navigation/Link.tsx'
import { SettingsButton } from '../settings/SettingsButton.tsx'
import { IconShapes } from '../ui/icons.tsx'
import { DoubleRule } from '../ui/Rule.tsx'
import { useStatusLine } from './statusLineStore.ts'

const PAGES = [
  { to: paths.themes(), label: 'Themes' },
  { to: paths.digests(), label: 'Digests' },
  { to: paths.help(), label: 'Help' },
]

const SKIP = { content: 'Skip to the content', papers: 'Skip to the papers' } as const

interface Props {
  /** The line of the masthead beside the name. */
  edition?: ReactNode
  /** On the front page the name stands large over everything; elsewhere it is a line that leads home. */
  front?: boolean
  /** Where the first link of the page leads past everything before it. */
  skipTo?: keyof typeof SKIP
  children: ReactNode
}

/** The frame of every page: masthead, content, foot. */
export function Layout({ edition, front = false, skipTo = 'content', children }: Props) {
  const { pathname } = useLocation()
  const { StatusLine } = useStatusLine()
  const { name } = useSite()
  const navigation = (
    <div className="flex flex-wrap gap-x-2.5 text-sm sm:gap-x-5 max-sm:pointer-coarse:-mr-3">
      {/* Its links wrap together with the button beside them. */}
      <nav aria-label="Site" className="contents">
        {PAGES.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            aria-current={pathname.replace(/\/$/, '') === to ? 'page' : undefined}
            className="action aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      {/* Where there is little room, its word is for those who hear the page. */}
      <SettingsButton labelClass="max-sm:sr-only" />
    </div>
  )
  return (
    <div className="mx-auto flex min-h-dvh max-w-[67rem] flex-col px-4 sm:px-6 wide:max-w-[83rem]">
      <a
        href={`#${skipTo}`}
        onClick={event => {
          // Following the link would make a history entry of its own.
          event.preventDefault()
          bringToTop(skipTo)
          focusOn(skipTo)
        }}
        className="target absolute top-2 left-2 z-10 inline-flex -translate-y-16 items-center bg-paper px-3 py-2 text-sm focus:translate-y-0 print:hidden"
      >
        {SKIP[skipTo]}
      </a>
      <header>
        {front ? (
          <div className="flex flex-wrap items-baseline justify-between gap-x-2 pt-3 pb-2 sm:gap-x-6 sm:pt-6 sm:pb-3">
            <h1 className="font-serif text-2xl leading-none font-semibold tracking-tight sm:text-6xl">
              {name}
            </h1>
            <div className="flex flex-wrap items-baseline gap-x-6">
              <p className="hidden text-sm text-soft sm:block">{edition}</p>
              {navigation}
            </div>
          </div>
        ) : (
          <div className="flex flex-wrap items-baseline justify-between gap-x-2 py-2 sm:gap-x-6">
            <Link
              to={paths.front()}
              className="target inline-flex items-center font-serif text-2xl font-semibold"
            >
              {name}
            </Link>
            {navigation}
          </div>
        )}
        <DoubleRule />
        {StatusLine && <StatusLine />}
      </header>
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <footer className="mt-16 border-t border-rule py-6 text-sm text-soft">
        <p>
          {name} keeps no account and no cookies: everything runs in your browser.{' '}
          <Link to={paths.help()} className="prose-link">
            How to search, and where the papers come from
          </Link>
        </p>
        <button
          type="button"
          aria-haspopup="dialog"
          className="target prose-link mt-2 noscript:hidden"
          onClick={() => openOverlay({ kind: 'keys' })}
        >
          Keyboard shortcuts
        </button>
      </footer>
      <IconShapes />
    </div>
  )
}
