import type { SearchExamples } from '#core/engine/searchExamples.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { paths } from '#core/site/paths.ts'
import { formatDate, formatFullDate } from '#core/text/dates.ts'
import { formatNumber, formatPaperCount } from '#core/text/numbers.ts'
import { Link } from '../../navigation/Link.tsx'
import { useCorpusFacts } from '../../state/corpus.ts'
import { FileLink } from './FileLink.tsx'
import type { Guided } from './guided.ts'
import * as texts from './texts.tsx'

/** The papers of the site, and the terms used for them. */
export function AboutPapers({ guide }: Guided) {
  const corpus = useCorpusFacts()
  return (
    <>
      <p>
        {corpus?.newestDigest && (
          <>
            {texts.data.asOf}{' '}
            <Link to={paths.digest(corpus.newestDigest)} className="prose-link">
              {formatFullDate(corpus.newestDigest)}
            </Link>
            {texts.data.newestDigest}{' '}
          </>
        )}
        {corpus ? formatPaperCount(corpus.papers) : texts.data.loading}
        {guide && <Span span={guide.span} />}.
      </p>
      <p>{texts.data.sources}</p>
      <dl className="space-y-3">
        <div>
          <dt className="font-semibold">{texts.data.published}</dt>
          <dd>{texts.data.aboutPublished}</dd>
        </div>
        <div>
          <dt className="font-semibold">{texts.data.listed}</dt>
          <dd>
            {texts.data.aboutListed}{' '}
            <Link to={paths.digests()} className="prose-link">
              {texts.data.calendar}
            </Link>
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{texts.data.counts}</dt>
          <dd>{texts.data.aboutCounts}</dd>
        </div>
        <div>
          <dt className="font-semibold">{texts.data.unknown}</dt>
          <dd>{texts.data.aboutUnknown}</dd>
        </div>
      </dl>
      <p>
        <FileLink path={filePaths.licenses()}>{texts.data.licences}</FileLink> {texts.data.aboutLicences}
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
        texts.data.digests(formatNumber(digests), digests === 1, formatFullDate(firstDigest))}
      {firstMonth !== undefined &&
        lastMonth !== undefined &&
        (firstMonth === lastMonth
          ? texts.data.publishedIn(formatDate(firstMonth))
          : texts.data.publishedFromTo(formatDate(firstMonth), formatDate(lastMonth)))}
      {undated > 0 && texts.data.undated(formatPaperCount(undated))}
    </>
  )
}
