import { isApple } from '../io/platform.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyTable } from './KeyTable.tsx'

/** Which keys there are, and how to be without them. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const isOff = document.documentElement.dataset.keys === 'off'
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <p className="mt-1 mb-4 max-w-[60ch] text-sm text-soft">
        {isOff
          ? 'Single keys are switched off, and “Settings” over each page switches them on.'
          : 'Keys do nothing while you type. “Settings” over each page switches single keys off;'}{' '}
        {isApple() ? '⌘' : 'Ctrl'} with K works in any case. “The paper” is the one that has the focus, else
        the first whose title is in view.
      </p>
      <KeyTable />
    </Dialog>
  )
}
