import type { ReactNode } from 'react'
import { byline, commentCount, publishedOn } from '#core/byline.ts'
import { incompleteness } from '#core/cite/lacks.ts'
import { shortDate } from '#core/dates.ts'
import { linksOf } from '#core/links.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import { paths } from '#core/paths.ts'
import { Abstract } from '../../paper/Abstract.tsx'
import { CiteButton, CopyLinkButton } from '../../paper/actions.tsx'
import { ThemeChip } from '../../paper/ThemeChip.tsx'
import { Link } from '../../ui/Link.tsx'

/** Everything that is known about a paper. What is not known is said to be unknown. */
export function Reading({ paper }: { paper: CorpusPaper }) {
  const { authors = [], organization, abstract, listedOn, themes, categories } = paper
  const lacking = incompleteness(paper)
  return (
    <article className="pt-6">
      <h1 className="font-serif text-[2rem] leading-[1.15] font-medium outline-none sm:text-[2.6rem]">
        {paper.title}
      </h1>
      <p className="mt-4 text-soft">{authors.length > 0 ? authors.join(', ') : byline(paper)}</p>
      <div className="mt-6 flex flex-wrap gap-x-5 gap-y-1 border-y border-rule py-2">
        {linksOf(paper).map(({ label, href }) => (
          <a
            key={`${label} ${href}`}
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            className="target prose-link inline-flex items-center text-sm"
          >
            {label}
          </a>
        ))}
        <div className="ml-auto flex flex-wrap gap-x-5">
          <CiteButton paper={paper} />
          <CopyLinkButton paper={paper} />
        </div>
      </div>
      {abstract === undefined ? (
        <p className="mt-6 font-serif text-lg text-soft italic">
          The digest gave no abstract for this paper.
        </p>
      ) : (
        <p className="mt-6 max-w-[68ch] text-pretty font-serif text-[1.18rem] leading-[1.6]">
          <Abstract text={abstract} />
        </p>
      )}
      <dl className="mt-8 grid gap-x-6 gap-y-2 border-t border-rule pt-4 text-sm sm:grid-cols-[8rem_1fr]">
        <Fact term="Published">{publishedOn(paper)}</Fact>
        <Fact term="Listed">
          {listedOn.length === 0
            ? 'In no digest'
            : listedOn.map((day, index) => (
                <span key={day}>
                  {index > 0 && ', '}
                  <Link to={paths.digest(day)} className="prose-link">
                    {shortDate(day)}
                  </Link>
                </span>
              ))}
        </Fact>
        {authors.length > 0 && organization && <Fact term="Organisation">{organization.name}</Fact>}
        <Fact term="Comments">{commentCount(paper) ?? (paper.comments === 0 ? 'None' : 'Unknown')}</Fact>
        {categories.length > 0 && <Fact term="Categories">{categories.join(', ')}</Fact>}
        <Fact term="Themes">
          {themes.length === 0 ? (
            'None'
          ) : (
            <span className="flex flex-wrap gap-x-4">
              {themes.map(id => (
                <ThemeChip key={id} id={id} />
              ))}
            </span>
          )}
        </Fact>
        <Fact term="Id">{paper.id}</Fact>
        {lacking && <Fact term="Citation">{lacking}.</Fact>}
      </dl>
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
