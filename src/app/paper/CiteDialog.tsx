import { Download } from 'lucide-react'
import { useState } from 'react'
import { citationOf } from '#core/cite/citation.ts'
import { citationKey } from '#core/cite/citationKey.ts'
import { citationFileName } from '#core/cite/fileName.ts'
import { CITATION_FORMATS, type CitationFormat, PAPER_FORMATS } from '#core/cite/formats.ts'
import { incompleteness } from '#core/cite/lacks.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { saveFile } from '../io/download.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import * as texts from './citeTexts.ts'

const TABS = Object.fromEntries(
  PAPER_FORMATS.map(format => [format, CITATION_FORMATS[format].label]),
) as Record<CitationFormat, string>

/** The citation of a paper in each format, to copy or to save. */
export function CiteDialog({ paper, onClose }: { paper: CorpusPaper; onClose: () => void }) {
  const [format, setFormat] = useState<CitationFormat>('bibtex')
  const { label, mediaType } = CITATION_FORMATS[format]
  const text = citationOf(paper, format)
  const lacking = incompleteness(paper)
  const save = () => {
    saveFile(citationFileName(citationKey(paper), format), new Blob([text], { type: mediaType }))
  }
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p className="mt-1 font-serif text-soft wrap-anywhere">
        <bdi>{paper.title}</bdi>
      </p>
      <Tabs label={texts.format} tabs={TABS} chosen={format} onChoose={setFormat}>
        <textarea
          aria-label={texts.citationAs(label)}
          readOnly
          dir="auto"
          spellCheck={false}
          value={text}
          rows={14}
          className="mt-3 block w-full resize-y border border-edge bg-sheet p-3 font-mono text-xs text-ink"
        />
      </Tabs>
      {lacking && <p className="mt-2 text-sm text-warn">{texts.lacking(lacking)}</p>}
      <div className="mt-3 flex flex-wrap gap-x-5">
        <CopyButton key={format} label={texts.copy(label)} text={() => text} />
        <button type="button" className="action" onClick={save}>
          <Download size={16} aria-hidden="true" />
          {texts.download(label)}
        </button>
      </div>
    </Dialog>
  )
}
