import { Rss } from 'lucide-react'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { DialogButton } from '../ui/DialogButton.tsx'
import * as texts from './buttonTexts.ts'

const FollowDialog = lazyComponent(() =>
  import('./FollowDialog.tsx').then(({ FollowDialog }) => FollowDialog),
)

/** Opens the feeds of a query. */
export function FollowButton({ q }: { q: string }) {
  return (
    <DialogButton
      label={texts.follow}
      icon={Rss}
      load={FollowDialog.load}
      dialog={close => <FollowDialog q={q} onClose={close} />}
    />
  )
}
