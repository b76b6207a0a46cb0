import { Link2, Quote } from 'lucide-react'
import { bibtex } from '#core/cite.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import { paths } from '#core/paths.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { useSite } from '../ui/Link.tsx'

export function CiteButton({ paper }: { paper: CorpusPaper }) {
  return <CopyButton label="Copy BibTeX" icon={Quote} text={() => bibtex(paper)} />
}

/** Copies the paper's own address, wherever it is shown. */
export function CopyLinkButton({ paper }: { paper: CorpusPaper }) {
  const { hrefOf } = useSite()
  return (
    <CopyButton
      label="Copy link"
      icon={Link2}
      text={() => new URL(hrefOf(paths.paper(paper.id)), location.href).href}
    />
  )
}
