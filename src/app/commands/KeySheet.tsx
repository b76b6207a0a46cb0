import { areSingleKeysOn, isApple } from '../io/platform.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyTable } from './KeyTable.tsx'
import * as texts from './texts.ts'

export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.keys} onClose={onClose}>
      <p className="mt-1 mb-4 max-w-[60ch] text-sm text-soft">
        {areSingleKeysOn() ? texts.keysOn : texts.keysOff} {texts.palette(isApple() ? '⌘' : 'Ctrl')}
      </p>
      <KeyTable />
    </Dialog>
  )
}
