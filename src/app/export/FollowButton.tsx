import { Rss } from 'lucide-react'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { DialogButton } from '../ui/DialogButton.tsx'

const FollowDialog = lazyComponent(() =>
  import('./FollowDialog.tsx').then(({ FollowDialog }) => FollowDialog),
)

/** Offers to hear of new papers that a query finds. */
export function FollowButton({ q }: { q: string }) {
  return (
    <DialogButton
      label="Follow"
      icon={Rss}
      load={FollowDialog.load}
      dialog={close => <FollowDialog q={q} onClose={close} />}
    />
  )
}
