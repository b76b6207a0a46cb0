import { CiteDialog } from '../paper/CiteDialog.tsx'
import { Toast } from '../ui/Toast.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { KeySheet } from './KeySheet.tsx'
import { closeOverlay, type Overlay } from './overlay.ts'
import { ThemePalette } from './ThemePalette.tsx'

/** The dialog or message of a command. */
export function CommandOverlay({ overlay }: { overlay: Overlay }) {
  switch (overlay.kind) {
    case 'palette':
      return <CommandPalette onClose={closeOverlay} />
    case 'themes':
      return <ThemePalette onClose={closeOverlay} />
    case 'keys':
      return <KeySheet onClose={closeOverlay} />
    case 'cite':
      return <CiteDialog paper={overlay.paper} onClose={closeOverlay} />
    case 'toast':
      return <Toast words={overlay.words} onClose={closeOverlay} />
    default:
      return overlay satisfies never
  }
}
