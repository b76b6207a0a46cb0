import { useRef } from 'react'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { openCitation } from '../commands/overlay.ts'
import { useCommands } from '../commands/registry.ts'
import { useSite } from '../navigation/Link.tsx'
import { paperAddress } from '../navigation/paperAddress.ts'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { DialogButton } from '../ui/DialogButton.tsx'
import { LinkIcon, QuoteIcon } from '../ui/icons.tsx'
import * as texts from './texts.ts'

const CiteDialog = lazyComponent(() => import('./CiteDialog.tsx').then(({ CiteDialog }) => CiteDialog))

export function CiteButton({ paper }: { paper: CorpusPaper }) {
  useCommands({ cite: id => (id === paper.id ? () => openCitation(paper) : undefined) })
  return (
    <DialogButton
      label={texts.cite}
      icon={QuoteIcon}
      load={CiteDialog.load}
      dialog={close => <CiteDialog paper={paper} onClose={close} />}
    />
  )
}

/** Copies the address of the paper's page. */
export function CopyLinkButton({ paper }: { paper: CorpusPaper }) {
  const site = useSite()
  const copy = useRef<() => void>(null)
  useCommands({ copyLink: id => (id === paper.id ? (copy.current ?? undefined) : undefined) })
  return (
    <CopyButton label={texts.copyLink} icon={LinkIcon} ref={copy} text={() => paperAddress(site, paper)} />
  )
}
