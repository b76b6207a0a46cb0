import { Download } from 'lucide-react'
import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { DialogButton } from '../ui/DialogButton.tsx'
import * as texts from './buttonTexts.ts'

const ExportDialog = lazyComponent(() =>
  import('./ExportDialog.tsx').then(({ ExportDialog }) => ExportDialog),
)

interface Props {
  request: Pick<SearchRequest, 'q' | 'sort'>
  found: SearchResponse
}

/** Offers all papers of a list as a file. */
export function ExportButton({ request, found }: Props) {
  return (
    <DialogButton
      label={texts.exportList}
      icon={Download}
      load={ExportDialog.load}
      dialog={close => <ExportDialog request={request} found={found} onClose={close} />}
    />
  )
}
