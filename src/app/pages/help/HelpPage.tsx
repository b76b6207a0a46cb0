import type { ReactNode } from 'react'
import { fullDate } from '#core/dates.ts'
import { FEED_OF_ALL, feedPath } from '#core/feeds.ts'
import { filePaths } from '#core/filePaths.ts'
import { grouped } from '#core/numbers.ts'
import { paths } from '#core/paths.ts'
import { FIELDS, type FieldName } from '#core/query/fields.ts'
import { searchOf } from '#core/view.ts'
import { useArrival } from '../../place.tsx'
import { useCorpusFacts } from '../../state/corpus.ts'
import { Layout } from '../../ui/Layout.tsx'
import { Link, useSite } from '../../ui/Link.tsx'
import { useTitle } from '../../useTitle.ts'

const BASICS = [
  { query: 'verifiable rewards', means: 'papers with all of the words, forgiving spelling and endings' },
  { query: '"policy optimization"', means: 'papers with exactly this phrase' },
  { query: 'attention -vision', means: 'papers with the first word and without the second' },
  { query: 'tokenizer | tokenization', means: 'papers with either word' },
  { query: 'recognition (audio | vision)', means: 'parentheses group' },
]

/** How to search, and what the papers are. */
export function HelpPage() {
  const corpus = useCorpusFacts()
  const { hrefOf } = useSite()
  useTitle('Help', { of: (make, site) => make.headOfHelp(site) })
  useArrival(true)
  return (
    <Layout>
      <div className="mx-auto max-w-[46rem] pt-6">
        <h1 className="font-serif text-[2.4rem] leading-tight font-medium outline-none">Help</h1>
        <Section title="Words">
          <Examples rows={BASICS} />
        </Section>
        <Section title="Operators">
          <p className="mb-3">Add as many as you like to the words. A minus before one turns it round.</p>
          <Examples
            rows={(Object.keys(FIELDS) as FieldName[]).flatMap(name =>
              FIELDS[name].examples.map((query, index) => ({
                query,
                means: index === 0 ? `papers ${FIELDS[name].about}` : '',
              })),
            )}
          />
        </Section>
        <Section title="While you type">
          <p>
            The list under the search box completes operators and their values, with the number of papers each
            gives, and names themes and papers that fit your words. The arrow keys choose; Enter searches for
            what you typed unless something is chosen; Escape closes the list. Under the empty box stand the
            queries you used last. They are kept in this browser only; the cross beside one, or Delete,
            removes it.
          </p>
        </Section>
        <Section title="Links">
          <p>
            The address of a list holds everything that shapes it: query, order, layout and page. Whoever
            opens it sees what you see. A paper’s address stays the same; older ones lead on to it.
          </p>
        </Section>
        <Section title="Citing">
          <p>
            “Cite” has a paper as BibTeX, RIS, CSL-JSON, APA or Markdown, and says where authors or date are
            not known. “Export” over a list saves all its papers in its order, not only those of the page, in
            these formats or as CSV for spreadsheets. A paper has the same key in every file.
          </p>
        </Section>
        <Section title="Following">
          <p>
            <a href={hrefOf(feedPath(FEED_OF_ALL, 'atom'))} className="prose-link">
              A feed
            </a>{' '}
            brings new papers to a feed reader with their whole abstracts, and so does that of each theme.
            “Follow” over a list has its address, or says how the search becomes a theme. The digests stand in{' '}
            <a href={hrefOf(filePaths.calendar())} className="prose-link">
              a calendar
            </a>
            .
          </p>
        </Section>
        <Section title="About the papers">
          <p>
            {corpus ? `${grouped(corpus.papers)} papers` : 'The corpus is being loaded'}
            {corpus?.newestDigest && (
              <>
                , the newest digest of{' '}
                <Link to={paths.digest(corpus.newestDigest)} className="prose-link">
                  {fullDate(corpus.newestDigest)}
                </Link>
              </>
            )}
            {'. '}
            Titles and abstracts belong to their authors and stand here as the digest gave them. “Published”
            is the day a paper appeared on arXiv, “listed” the day a digest named it. Counts of comments are
            as of that digest. What a source did not say is shown as unknown.
          </p>
        </Section>
      </div>
    </Layout>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-rule py-5 first-of-type:mt-6">
      <h2 className="mb-3 font-serif text-2xl">{title}</h2>
      <div className="max-w-[64ch]">{children}</div>
    </section>
  )
}

function Examples({ rows }: { rows: readonly { query: string; means: string }[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[17rem_1fr]">
      {rows.map(({ query, means }) => (
        <div key={query} className="contents">
          <dt className="min-w-0">
            <Link
              to={paths.front(searchOf({ q: query, layout: 'cards', page: 1 }))}
              className="target prose-link inline-flex items-center font-mono text-[0.9em] break-words"
            >
              {query}
            </Link>
          </dt>
          <dd className="self-center text-soft max-sm:pb-2">{means}</dd>
        </div>
      ))}
    </dl>
  )
}
