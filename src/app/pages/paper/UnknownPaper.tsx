import { arxivUrl, isArxivId } from '#core/arxiv.ts'
import type { PaperRef } from '#core/engine.ts'
import { paths } from '#core/paths.ts'
import { periodInWords } from '#core/periods.ts'
import { typeset } from '#core/typeset.ts'
import { useCorpusState } from '../../state/corpus.ts'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReloadButton } from '../../ui/ReloadButton.tsx'

interface Props {
  id: string
  /** Papers whose titles resemble the id. */
  similar: readonly PaperRef[]
}

/** No paper has this id, as far as could be loaded: say so, and offer those that resemble it. */
export function UnknownPaper({ id, similar }: Props) {
  const missing = useCorpusState()?.missing ?? []
  const isCertain = missing.length === 0
  const named = `“${id.slice(0, 120)}”`
  return (
    <>
      <h1 className="pt-6 pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">
        {isCertain ? 'No such paper here' : 'This paper may be missing'}
      </h1>
      <Notice
        title={
          isCertain
            ? `No paper of this corpus has the id ${named}`
            : `${missing.map(periodInWords).join(', ')} could not be loaded, and ${named} may be a paper of then`
        }
      >
        {!isCertain && <ReloadButton />}
        {isArxivId(id) && (
          <p>
            <a
              href={arxivUrl(id)}
              target="_blank"
              rel="noopener noreferrer"
              className="target prose-link inline-flex items-center"
            >
              Look for it on arXiv
            </a>
          </p>
        )}
        {similar.length > 0 && (
          <>
            <p>Papers whose words resemble it:</p>
            <ul className="space-y-2">
              {similar.map(paper => (
                <li key={paper.id}>
                  <Link to={paths.paper(paper.id)} className="target prose-link inline-flex items-center">
                    {typeset(paper.title)}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <Link to={paths.front()} className="target prose-link inline-flex items-center">
            All papers
          </Link>
        </p>
      </Notice>
    </>
  )
}
