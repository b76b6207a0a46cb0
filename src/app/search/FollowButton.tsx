import { Rss } from 'lucide-react'
import { DialogButton } from '../ui/DialogButton.tsx'
import { onDemand } from '../ui/onDemand.tsx'

const FollowDialog = onDemand(() =>
  import('./following/FollowDialog.tsx').then(({ FollowDialog }) => FollowDialog),
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
