import type { ComponentType } from 'react'
import { paths } from '#core/site/paths.ts'
import { Link } from '../../navigation/Link.tsx'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { Layout } from '../../shell/Layout.tsx'
import { useExamples } from '../../state/examples.ts'
import { AboutPapers } from './AboutPapers.tsx'
import { Following } from './Following.tsx'
import type { Guided } from './guided.ts'
import { KeyHelp } from './KeyHelp.tsx'
import { Operators } from './Operators.tsx'
import { Citing, Links, Looks, Typing } from './plain.tsx'
import { Stored } from './Stored.tsx'
import { ThemesExplained } from './ThemesExplained.tsx'
import { useSection } from './useSection.ts'
import { Words } from './Words.tsx'

/** The sections in their order. Addresses name them, so an id stays what it is. */
const SECTIONS: readonly { id: string; title: string; Content: ComponentType<Guided> }[] = [
  { id: 'words', title: 'How words are found', Content: Words },
  { id: 'operators', title: 'Operators', Content: Operators },
  { id: 'typing', title: 'While you type', Content: Typing },
  { id: 'keys', title: 'Keys', Content: KeyHelp },
  { id: 'links', title: 'Links', Content: Links },
  { id: 'themes', title: 'Themes', Content: ThemesExplained },
  { id: 'following', title: 'Following', Content: Following },
  { id: 'citing', title: 'Citing and exporting', Content: Citing },
  { id: 'settings', title: 'Settings', Content: Looks },
  { id: 'stored', title: 'Offline and stored data', Content: Stored },
  { id: 'data', title: 'About the papers', Content: AboutPapers },
]

/** How to search, and what the papers are. */
export function HelpPage() {
  useTitle('Help', { of: (make, site) => make.headOfHelp(site) })
  useScrollRestoration(true)
  const guide = useExamples()
  useSection()
  return (
    <Layout>
      <div className="gap-x-12 pt-6 rail:grid rail:grid-cols-[13rem_minmax(0,46rem)]">
        <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none rail:col-start-2">
          Help
        </h1>
        <nav
          aria-label="On this page"
          className="mt-3 text-sm rail:sticky rail:top-4 rail:col-start-1 rail:row-span-2 rail:row-start-1 rail:mt-0 rail:self-start rail:pt-3"
        >
          <ul className="gap-x-6 max-rail:columns-[9.5rem]">
            {SECTIONS.map(({ id, title }) => (
              <li key={id} className="break-inside-avoid">
                <Link
                  to={`${paths.help()}#${id}`}
                  className="target inline-flex items-center text-soft hover:text-ink hover:underline"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0 rail:col-start-2">
          {SECTIONS.map(({ id, title, Content }) => (
            <section key={id} id={id} className="scroll-mt-4 border-t border-rule py-5 first-of-type:mt-5">
              <h2 className="mb-3 font-serif text-2xl outline-none">{title}</h2>
              <div className="max-w-[64ch] space-y-3">
                <Content guide={guide} />
              </div>
            </section>
          ))}
        </div>
      </div>
    </Layout>
  )
}
