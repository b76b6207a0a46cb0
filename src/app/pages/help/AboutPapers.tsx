import type { SearchExamples } from '#core/engine/searchExamples.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { paths } from '#core/site/paths.ts'
import { formatDate, formatFullDate } from '#core/text/dates.ts'
import { formatNumber, formatPaperCount } from '#core/text/numbers.ts'
import { Link } from '../../navigation/Link.tsx'
import { useCorpusFacts } from '../../state/corpus.ts'
import { FileLink } from './FileLink.tsx'
import type { Guided } from './guided.ts'

/** The papers of the site, and the terms used for them. */
export function AboutPapers({ guide }: Guided) {
  const corpus = useCorpusFacts()
  return (
    <>
      <p>
        {corpus?.newestDigest && (
          <>
            Data as of{' '}
            <Link to={paths.digest(corpus.newestDigest)} className="prose-link">
              {formatFullDate(corpus.newestDigest)}
            </Link>
            , the newest digest:{' '}
          </>
        )}
        {corpus ? formatPaperCount(corpus.papers) : 'The corpus is being loaded'}
        {guide && <Span span={guide.span} />}.
      </p>
      <p>
        They come from digests, from the arXiv, or from files that the people who run the site took in. Where
        several sources know a paper, it is one paper here, and each adds what the others leave out. Titles
        and abstracts belong to their authors and stand here as the source gave them.
      </p>
      <dl className="space-y-3">
        <div>
          <dt className="font-semibold">Published</dt>
          <dd>
            The day a paper first appeared, on arXiv as a rule. Where a source named a day without its year,
            the year is worked out, and the page of the paper says so.
          </dd>
        </div>
        <div>
          <dt className="font-semibold">Listed</dt>
          <dd>
            The day a digest named it, which may be weeks later, or more than once.{' '}
            <Link to={paths.digests()} className="prose-link">
              The calendar of digests
            </Link>
          </dd>
        </div>
        <div>
          <dt className="font-semibold">Comments and upvotes</dt>
          <dd>As of the digest. They are not counted again.</dd>
        </div>
        <div>
          <dt className="font-semibold">Unknown</dt>
          <dd>What no source said is shown as unknown, and never guessed.</dd>
        </div>
      </dl>
      <p>
        <FileLink path={filePaths.licenses()}>Licences</FileLink> of the programs and the font that this site
        is made of.
      </p>
    </>
  )
}

/** The rest of the sentence about the number of papers. */
function Span({
  span: { digests, firstDigest, firstMonth, lastMonth, undated },
}: Pick<SearchExamples, 'span'>) {
  return (
    <>
      {firstDigest !== undefined &&
        `, in ${formatNumber(digests)} ${digests === 1 ? 'digest' : 'digests'} since ${formatFullDate(firstDigest)}`}
      {firstMonth !== undefined &&
        lastMonth !== undefined &&
        (firstMonth === lastMonth
          ? `, published in ${formatDate(firstMonth)}`
          : `, published from ${formatDate(firstMonth)} to ${formatDate(lastMonth)}`)}
      {undated > 0 && `; of ${formatPaperCount(undated)} the day is not known`}
    </>
  )
}
