import { CITATION_FORMATS, PAPER_FORMATS } from '#core/cite/formats.ts'
import { SettingsButton } from '../../settings/SettingsButton.tsx'

/** Sections that are the same whatever the papers are. */

export function Typing() {
  return (
    <p>
      The list under the search box completes operators and their values, with the number of papers each
      gives, and names themes and papers that fit your words. Enter searches for what you typed unless
      something is chosen. Under the empty box stand the queries you used last.
    </p>
  )
}

export function Links() {
  return (
    <p>
      The address of a list holds everything that shapes it: query, order, layout and page. Anyone who opens
      it sees what you see. A paper’s address stays the same; older ones lead on to it.
    </p>
  )
}

export function Citing() {
  const labels = PAPER_FORMATS.map(format => CITATION_FORMATS[format].label)
  return (
    <>
      <p>
        “Cite” has a paper as {labels.slice(0, -1).join(', ')} or {labels.at(-1)}, to copy or to save, and
        says where authors or date are not known: nothing is made up. Reference managers read the pages of
        papers, and lists, by themselves.
      </p>
      <p>
        “Export” over a list saves all its papers in its order, not only those of the page, in these formats
        or as CSV for spreadsheets. A paper has the same key in every file.
      </p>
    </>
  )
}

export function Looks() {
  return (
    <>
      <p>
        Colours, the size of text, how tightly lists are set, how much of each abstract cards show, and
        whether single keys do something. What you choose works at once, in all tabs, and again when you come
        back.
      </p>
      <SettingsButton label="Open the settings" />
    </>
  )
}
