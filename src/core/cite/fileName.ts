import { DEVICE_NAME } from '../text/fileNames.ts'
import { fold } from '../text/text.ts'
import { CITATION_FORMATS, type CitationFormat } from './formats.ts'

const MAX_STEM = 80

/** A name for a file on any system: small ASCII letters, digits and hyphens, at most 80 of them. */
function stemOf(text: string): string {
  const stem = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_STEM)
    .replace(/^-|-$/g, '')
  return stem === '' || DEVICE_NAME.test(stem) ? `paper-${stem}`.replace(/-$/, '') : stem
}

/** `bae2025mixtureofrecursions-2507-10524.bib` */
export const citationFileName = (key: string, format: CitationFormat): string =>
  `${stemOf(key)}.${CITATION_FORMATS[format].extension}`

const MAX_QUERY = 50

/**
 * The query and the day: `broadsheet-theme-rlvr-entropy-2026-11-25.bib`.
 *
 * @param list.isWhole false where not all papers found are in the file
 */
export function exportFileName(
  { q, day, isWhole }: { q: string; day: string; isWhole: boolean },
  format: CitationFormat,
): string {
  const asked = q.trim() === '' ? 'all' : stemOf(q).slice(0, MAX_QUERY)
  return citationFileName(`broadsheet ${asked} ${day}${isWhole ? '' : ' incomplete'}`, format)
}
