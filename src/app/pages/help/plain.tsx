import { CITATION_FORMATS, PAPER_FORMATS } from '#core/cite/formats.ts'
import { SettingsButton } from '../../settings/SettingsButton.tsx'
import * as texts from './texts.tsx'

/** Sections that do not depend on the papers. */

export const Typing = () => <p>{texts.typing}</p>

export const Links = () => <p>{texts.links}</p>

export function Citing() {
  const labels = PAPER_FORMATS.map(format => CITATION_FORMATS[format].label)
  return (
    <>
      <p>{texts.citing.one(labels.slice(0, -1).join(', '), labels.at(-1) ?? '')}</p>
      <p>{texts.citing.list}</p>
    </>
  )
}

export function Looks() {
  return (
    <>
      <p>{texts.settings.about}</p>
      <SettingsButton label={texts.settings.open} />
    </>
  )
}
