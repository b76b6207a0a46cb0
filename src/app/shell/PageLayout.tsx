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
import * as texts from './texts.ts'

const PAGES = [
  { to: paths.themes(), label: texts.themes },
  { to: paths.digests(), label: texts.digests },
  { to: paths.help(), label: texts.help },
]

const SKIP = { content: texts.skipToContent, papers: texts.skipToPapers } as const

interface Props {
  /** The line of the masthead beside the name. */
  edition?: ReactNode
  /** The front page has a large name; on other pages it is a link home. */
  front?: boolean
  /** Target of the first link of the page. */
  skipTo?: keyof typeof SKIP
  children: ReactNode
}

/** The frame of every page: masthead, content, foot. */
export function PageLayout({ edition, front = false, skipTo = 'content', children }: Props) {
  const { pathname } = useLocation()
  const { StatusLine } = useStatusLine()
  const { name } = useSite()
  const navigation = (
    <div className="flex flex-wrap gap-x-2.5 text-sm sm:gap-x-5 max-sm:pointer-coarse:-mr-3">
      {/* Its links wrap together with the button beside them. */}
      <nav aria-label={texts.navigation} className="contents">
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
      {/* In a narrow window, its label is for screen readers only. */}
      <SettingsButton labelClass="max-sm:sr-only" />
    </div>
  )
  return (
    <div className="mx-auto flex min-h-dvh max-w-[67rem] flex-col px-4 sm:px-6 wide:max-w-[83rem]">
      <a
        href={`#${skipTo}`}
        onClick={event => {
          // Following the link would add a history entry.
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
            <div className="flex grow flex-wrap items-baseline justify-end gap-x-6">
              <p className="hidden items-baseline text-sm text-soft sm:flex wide:grow">{edition}</p>
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
          {name} {texts.privacy}{' '}
          <Link to={paths.help()} className="prose-link">
            {texts.aboutSearch}
          </Link>
        </p>
        <button
          type="button"
          aria-haspopup="dialog"
          className="target prose-link mt-2 noscript:hidden"
          onClick={() => openOverlay({ kind: 'keys' })}
        >
          {texts.keys}
        </button>
      </footer>
      <IconShapes />
    </div>
  )
}
