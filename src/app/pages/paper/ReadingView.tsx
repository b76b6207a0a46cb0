import { Fragment, type ReactNode } from 'react'
import { citationOf } from '#core/cite/citation.ts'
import { incompleteness } from '#core/cite/lacks.ts'
import { formatCommentCount, publishedOn } from '#core/papers/byline.ts'
import { doiUrl, publishersDois } from '#core/papers/doi.ts'
import { linksOf } from '#core/papers/links.ts'
import { isAdded, listingDays } from '#core/papers/listingDays.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import { formatShortDate } from '#core/text/dates.ts'
import { useCommands } from '../../commands/registry.ts'
import { Link } from '../../navigation/Link.tsx'
import { CiteButton, CopyLinkButton } from '../../paper/actions.tsx'
import { LinkedText } from '../../paper/LinkedText.tsx'
import { openSource } from '../../paper/openSource.ts'
import { ThemeChip } from '../../paper/ThemeChip.tsx'
import { Why } from '../../paper/Why.tsx'
import { Authors } from './Authors.tsx'
import { OpenIn } from './OpenIn.tsx'
import { OutwardLinks } from './OutwardLinks.tsx'
import { ReadText } from './ReadText.tsx'
import * as texts from './texts.ts'

/** All that is known about a paper; unknown facts are called unknown. */
export function ReadingView({ paper }: { paper: CorpusPaper }) {
  const { authors = [], organization, abstract, themes, categories } = paper
  const days = listingDays(paper)
  const links = linksOf(paper)
  useCommands({ openSource: () => (links.length > 0 ? () => openSource(paper) : undefined) })
  const lacking = incompleteness(paper)
  const dois = publishersDois(paper)
  return (
    <article data-reading={paper.id} className="pt-6">
      <h1
        dir="auto"
        className="holds-maths font-serif text-[2rem] leading-[1.15] font-medium outline-none sm:text-[2.6rem]"
      >
        <ReadText text={paper.title} />
      </h1>
      <Authors paper={paper} />
      <div className="addresses-in-print relative mt-6 flex flex-wrap gap-x-5 gap-y-1 border-y border-rule py-2">
        <OutwardLinks links={links} />
        <OpenIn paper={paper} />
        <div className="ml-auto flex flex-wrap gap-x-5">
          <CiteButton paper={paper} />
          <CopyLinkButton paper={paper} />
        </div>
      </div>
      {abstract === undefined ? (
        <p className="mt-6 font-serif text-lg text-soft italic">{texts.noAbstract}</p>
      ) : (
        <p
          dir="auto"
          className="holds-maths mt-6 max-w-[68ch] text-pretty font-serif text-[1.18rem] leading-[1.6]"
        >
          <ReadText text={abstract} between={text => <LinkedText text={text} />} />
        </p>
      )}
      <dl className="mt-8 grid gap-x-6 gap-y-2 border-t border-rule pt-4 text-sm sm:grid-cols-[8rem_1fr] sm:items-baseline">
        <Fact term={texts.published}>
          {paper.publishedAt === undefined ? (
            publishedOn(paper)
          ) : (
            <time dateTime={paper.publishedAt}>{publishedOn(paper)}</time>
          )}
        </Fact>
        <Fact term={isAdded(paper) ? texts.added : texts.listed}>
          {days.length === 0
            ? texts.inNoDigest
            : days.map((day, index) => (
                <Fragment key={day}>
                  {index > 0 && ' '}
                  <span className="whitespace-nowrap">
                    <Link to={paths.digest(day)} className="target prose-link inline-flex items-center">
                      {formatShortDate(day)}
                    </Link>
                    {index < days.length - 1 && ','}
                  </span>
                </Fragment>
              ))}
        </Fact>
        {authors.length > 0 && organization && <Fact term={texts.organisation}>{organization.name}</Fact>}
        <Fact term={texts.comments}>
          {formatCommentCount(paper) ?? (paper.comments === 0 ? texts.none : texts.unknown)}
        </Fact>
        {categories.length > 0 && <Fact term={texts.categories}>{categories.join(', ')}</Fact>}
        <Fact term={texts.themes}>
          {themes.length === 0 ? (
            texts.none
          ) : (
            <div className="flex flex-wrap items-baseline gap-x-4">
              {themes.map(id => (
                <ThemeChip key={id} id={id} />
              ))}
              <Why id={paper.id} label={texts.whyThemes} q={themes.map(id => `theme:${id}`).join(' ')} />
            </div>
          )}
        </Fact>
        <Fact term={texts.id}>{paper.id}</Fact>
        {dois.length > 0 && (
          <Fact term={texts.doi}>
            {dois.map((doi, index) => (
              <Fragment key={doi}>
                {index > 0 && ', '}
                <a
                  href={doiUrl(doi)}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="target prose-link inline-flex items-center wrap-anywhere"
                >
                  {doi}
                </a>
              </Fragment>
            ))}
          </Fact>
        )}
        {lacking && <Fact term={texts.citation}>{lacking}.</Fact>}
      </dl>
      <pre className="mt-6 hidden overflow-x-auto border-t border-rule pt-4 font-mono text-xs whitespace-pre-wrap noscript:block print:block">
        {citationOf(paper, 'bibtex')}
      </pre>
    </article>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{term}</dt>
      <dd className="mb-1 min-w-0 break-words sm:mb-0">{children}</dd>
    </>
  )
}
