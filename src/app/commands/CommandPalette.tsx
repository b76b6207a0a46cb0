import { useState } from 'react'
import { useSite } from '../navigation/Link.tsx'
import { actOf } from './acts.ts'
import { KeyCaps } from './KeyCaps.tsx'
import { Palette, type PaletteItem } from './Palette.tsx'
import { COMMAND_NAMES, COMMANDS, GROUPS } from './table.ts'
import * as texts from './texts.ts'

/** All commands that are available on this page. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const site = useSite()
  // Read before the palette takes the focus, which decides the current paper.
  const [choices] = useState((): PaletteItem[] => {
    return GROUPS.flatMap(group =>
      COMMAND_NAMES.filter(name => COMMANDS[name].group === group).flatMap(id => {
        const { label, words, keys } = COMMANDS[id]
        const act = actOf(id, site)
        if (!act) return []
        const behind = keys[0] !== undefined && (
          <span className="shrink-0 pointer-coarse:hidden">
            <KeyCaps keys={keys[0]} />
          </span>
        )
        return { id, name: label, group, ...(words !== undefined && { words }), behind, act }
      }),
    )
  })
  return (
    <Palette
      title={texts.commands}
      placeholder={texts.whatToDo}
      choices={choices}
      empty={texts.noCommand}
      onClose={onClose}
    />
  )
}
