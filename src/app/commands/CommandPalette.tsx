import { useState } from 'react'
import { useSite } from '../navigation/Link.tsx'
import { hereNow } from './here.ts'
import { KeyCaps } from './KeyCaps.tsx'
import { Palette, type PaletteItem } from './Palette.tsx'
import { COMMANDS, GROUPS } from './table.ts'

/** All commands that can be given on this page. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const site = useSite()
  // Before the palette takes the focus, which says what paper is meant.
  const [choices] = useState((): PaletteItem[] => {
    const here = hereNow(site)
    return GROUPS.flatMap(group =>
      COMMANDS.filter(
        command => command.group === group && (!command.places || command.places.includes(here.place)),
      ).flatMap(({ name, words, keys, does }) => {
        const act = does(here)
        if (!act) return []
        const behind = keys[0] !== undefined && (
          <span className="shrink-0 pointer-coarse:hidden">
            <KeyCaps keys={keys[0]} />
          </span>
        )
        return { id: name, name, group, ...(words !== undefined && { words }), behind, act }
      }),
    )
  })
  return (
    <Palette
      title="Commands"
      placeholder="What to do"
      choices={choices}
      empty="There is no such command here."
      onClose={onClose}
    />
  )
}
