import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite, withFolder } from '../extra/build.ts'
import { report } from '../extra/report.ts'
import { TOOLS, toolArguments } from '../toolArguments.ts'
import { Zotero, type ZoteroItem } from './sandbox.ts'

/**
 * `npm run test:zotero -- [--translators FOLDER]`: runs Zotero's own translators over the site that is built of `data/`. FOLDER
 * (default: `ZOTERO_TRANSLATORS`) holds checkouts of `zotero/translators` and `zotero/utilities`, under these names. Both are
 * under the AGPL and never part of this project; nothing is fetched.
 */

const SITE = 'https://example.org/'

/** A paper as its CSL-JSON has it. */
interface Known {
  id: string
  title: string
  author?: unknown[]
  issued?: { 'date-parts': [number[]] }
  DOI?: string
}

/** What Zotero makes of the files: its readers of BibTeX and RIS know no preprints. */
const TYPE_OF_FILE = { BibTeX: 'document', RIS: 'manuscript' } as const

/** The first thing in which an item is other than the paper. */
function differenceOf(item: ZoteroItem | undefined, paper: Known, type: string): string | undefined {
  if (item === undefined) return 'there is no item'
  const expect: [what: string, is: unknown, wanted: unknown][] = [
    ['type', item.itemType, type],
    ['title', item.title, paper.title],
    ['number of authors', item.creators.length, paper.author?.length ?? 0],
    ['DOI', item.DOI, paper.DOI],
    // Without a date, some translators say `false`.
    ['year', /^\d{4}/.exec(String(item.date))?.[0], paper.issued?.['date-parts'][0][0]?.toString()],
  ]
  const other = expect.find(([, is, wanted]) => is !== wanted)
  return other && `${other[0]} is ${String(other[1])} and should be ${String(other[2])}`
}

/** The arXiv id that an item keeps, in whatever field. */
const keepsId = (item: ZoteroItem | undefined, id: string): boolean =>
  item !== undefined &&
  new RegExp(`arXiv:? ?${id.replaceAll('.', '\\.')}`).test(JSON.stringify({ ...item, DOI: '' }))

const wholeTitle = (text: string): string => text.replace(/\s+/g, ' ')

async function tryAll(zotero: Zotero, site: string): Promise<{ passed: number; failures: string[] }> {
  const failures: string[] = []
  let passed = 0
  const note = (what: string, difference: string | undefined): void => {
    if (difference === undefined) passed++
    else failures.push(`${what}: ${difference}`)
  }
  const read = (file: string): string => readFileSync(join(site, file), 'utf8')
  const papers = readdirSync(join(site, 'paper')).filter(name => name.endsWith('.json'))
  for (const file of papers) {
    const [paper] = JSON.parse(read(`paper/${file}`)) as [Known]
    const name = `paper/${file.slice(0, -'.json'.length)}`
    const arxivId = /^10\.48550\/arxiv\.(.+)$/i.exec(paper.DOI ?? '')?.[1]
    const page = await zotero.web('Embedded Metadata', read(`${name}.html`), SITE + name)
    const [item] = page.items
    note(
      `${name}.html`,
      page.type === 'preprint'
        ? differenceOf(item && { ...item, title: wholeTitle(item.title ?? '') }, paper, 'preprint')
        : `it is taken for ${page.type}`,
    )
    for (const [translator, extension] of [
      ['BibTeX', 'bib'],
      ['RIS', 'ris'],
    ] as const) {
      const [item, ...more] = await zotero.file(translator, read(`${name}.${extension}`))
      const isKept = arxivId === undefined || keepsId(item, arxivId)
      const difference =
        more.length > 0 ? 'there is more than one item' : isKept ? undefined : 'the arXiv id is lost'
      note(`${name}.${extension}`, difference ?? differenceOf(item, paper, TYPE_OF_FILE[translator]))
    }
  }
  for (const name of readdirSync(join(site, 'digest')).filter(name => /^\d{4}-\d\d-\d\d\.html$/.test(name))) {
    const day = name.slice(0, 10)
    const html = read(`digest/${name}`)
    const listed = [...html.matchAll(/<article data-paper=/g)].length
    const { items } = await zotero.web('COinS', html, `${SITE}digest/${day}`)
    const known = items.filter(({ title, itemType }) => title && ['preprint', 'document'].includes(itemType))
    note(
      `${name}, COinS`,
      known.length === listed ? undefined : `${known.length} of ${listed} papers are found`,
    )
    const { type, items: pages } = await zotero.web('Embedded Metadata', html, `${SITE}digest/${day}`)
    const isDated = type === 'webpage' && pages[0]?.date === day
    note(`${name}, page`, isDated ? undefined : `it is taken for ${type} of ${pages[0]?.date}`)
  }
  return { passed, failures }
}

const { values } = toolArguments(TOOLS.zotero)
const folder = values.translators ?? process.env.ZOTERO_TRANSLATORS
const missing = ['translators/Embedded Metadata.js', 'utilities/utilities.js'].filter(
  file => folder === undefined || !existsSync(join(folder, file)),
)
if (folder === undefined || missing.length > 0) {
  const where =
    folder === undefined ? 'ZOTERO_TRANSLATORS names no folder' : `${folder} has no ${missing.join(', ')}`
  report('zotero', { passed: 0, failures: [], skips: [`Zotero's translators: ${where}`] })
} else {
  await withFolder(async out => {
    buildSite(join(out, 'site'), '--site', SITE)
    report('zotero', { ...(await tryAll(new Zotero(folder), join(out, 'site'))), skips: [] })
  })
}
