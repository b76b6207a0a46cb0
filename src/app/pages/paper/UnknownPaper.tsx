import type { PaperRef } from '#core/engine/methods/paper.ts'
import { arxivUrl, isArxivId } from '#core/papers/arxiv.ts'
import { paths } from '#core/site/paths.ts'
import { typeset } from '#core/text/typeset.ts'
import { Link } from '../../navigation/Link.tsx'
import { RepairedAddress } from '../../navigation/RepairedAddress.tsx'
import { MissingPapers } from '../../results/MissingPapers.tsx'
import { useCorpusState } from '../../state/corpus.ts'
import { Notice } from '../../ui/Notice.tsx'
import * as texts from './texts.ts'

interface Props {
  id: string
  /** Papers whose titles resemble the id. */
  similar: readonly PaperRef[]
}

export function UnknownPaper({ id, similar }: Props) {
  const { missing = [], newest } = useCorpusState() ?? {}
  const isWhole = missing.length === 0 && newest === undefined
  const said = <NoPaper id={id} similar={similar} isWhole={isWhole} />
  return isWhole ? <RepairedAddress>{said}</RepairedAddress> : said
}

function NoPaper({ id, similar, isWhole }: Props & { isWhole: boolean }) {
  return (
    <>
      <h1 className="pt-6 pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">
        {isWhole ? texts.noSuchPaper : texts.mayBeMissing}
      </h1>
      <Notice title={texts.noPaperHas(id.slice(0, 120), isWhole)}>
        <MissingPapers />
        {isArxivId(id) && (
          <p>
            <a
              href={arxivUrl(id)}
              target="_blank"
              rel="noopener noreferrer"
              className="target prose-link inline-flex items-center"
            >
              {texts.onArxiv}
            </a>
          </p>
        )}
        {similar.length > 0 && (
          <>
            <p>{texts.similar}</p>
            <ul className="space-y-2">
              {similar.map(paper => (
                <li key={paper.id}>
                  <Link
                    to={paths.paper(paper.id)}
                    className="target prose-link inline-flex items-center wrap-anywhere"
                  >
                    <bdi>{typeset(paper.title)}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <Link to={paths.front()} className="target prose-link inline-flex items-center">
            {texts.allPapers}
          </Link>
        </p>
      </Notice>
    </>
  )
}
