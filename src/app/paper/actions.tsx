import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import { useSite } from '../navigation/Link.tsx'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { DialogButton } from '../ui/DialogButton.tsx'
import { LinkIcon, QuoteIcon } from '../ui/icons.tsx'

const CiteDialog = lazyComponent(() => import('./CiteDialog.tsx').then(({ CiteDialog }) => CiteDialog))

export function CiteButton({ paper }: { paper: CorpusPaper }) {
  return (
    <DialogButton
      label="Cite"
      icon={QuoteIcon}
      command="cite"
      load={CiteDialog.load}
      dialog={close => <CiteDialog paper={paper} onClose={close} />}
    />
  )
}

/** Copies the paper's own address, wherever it is shown. */
export function CopyLinkButton({ paper }: { paper: CorpusPaper }) {
  const { hrefOf } = useSite()
  return (
    <CopyButton
      label="Copy link"
      icon={LinkIcon}
      command="copy-link"
      text={() => new URL(hrefOf(paths.paper(paper.id)), location.href).href}
    />
  )
}
