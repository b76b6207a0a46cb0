import type { ComponentType } from 'react'
import { paths } from '#core/site/paths.ts'
import { Link } from '../../navigation/Link.tsx'
import { useScrollRestoration } from '../../navigation/scrollRestoration.ts'
import { useTitle } from '../../navigation/useTitle.ts'
import { PageLayout } from '../../shell/PageLayout.tsx'
import { useExamples } from '../../state/examples.ts'
import { AboutPapers } from './AboutPapers.tsx'
import { Following } from './Following.tsx'
import type { Guided } from './guided.ts'
import { KeyHelp } from './KeyHelp.tsx'
import { Operators } from './Operators.tsx'
import { Citing, Links, Looks, Typing } from './plain.tsx'
import { StoredData } from './StoredData.tsx'
import { ThemesExplained } from './ThemesExplained.tsx'
import * as texts from './texts.tsx'
import { useSection } from './useSection.ts'
import { Words } from './Words.tsx'

/** Sections in order. Ids are part of addresses, so they never change. */
const SECTIONS: readonly { id: string; title: string; Content: ComponentType<Guided> }[] = [
  { id: 'words', title: texts.sections.words, Content: Words },
  { id: 'operators', title: texts.sections.operators, Content: Operators },
  { id: 'typing', title: texts.sections.typing, Content: Typing },
  { id: 'keys', title: texts.sections.keys, Content: KeyHelp },
  { id: 'links', title: texts.sections.links, Content: Links },
  { id: 'themes', title: texts.sections.themes, Content: ThemesExplained },
  { id: 'following', title: texts.sections.following, Content: Following },
  { id: 'citing', title: texts.sections.citing, Content: Citing },
  { id: 'settings', title: texts.sections.settings, Content: Looks },
  { id: 'stored', title: texts.sections.stored, Content: StoredData },
  { id: 'data', title: texts.sections.data, Content: AboutPapers },
]

export function HelpPage() {
  useTitle(texts.title, { of: (make, site) => make.headOfHelp(site) })
  useScrollRestoration(true)
  const guide = useExamples()
  useSection()
  return (
    <PageLayout>
      <div className="gap-x-12 pt-6 rail:grid rail:grid-cols-[13rem_minmax(0,46rem)]">
        <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none rail:col-start-2">
          {texts.title}
        </h1>
        <nav
          aria-label={texts.onThisPage}
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
    </PageLayout>
  )
}
