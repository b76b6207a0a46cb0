import { Settings2 } from 'lucide-react'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import { DialogButton } from '../ui/DialogButton.tsx'
import * as texts from './texts.ts'

const SettingsDialog = lazyComponent(() =>
  import('./SettingsDialog.tsx').then(({ SettingsDialog }) => SettingsDialog),
)

interface Props {
  label?: string
  labelClass?: string
}

/** Opens the settings. */
export const SettingsButton = ({ label = texts.title, labelClass }: Props) => (
  <DialogButton
    label={label}
    {...(labelClass && { labelClass })}
    icon={Settings2}
    load={SettingsDialog.load}
    dialog={close => <SettingsDialog onClose={close} />}
  />
)
