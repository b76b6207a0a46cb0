import type { StatusOutput } from '#cli/shared/terminal.ts'
import { filePaths } from '#core/site/filePaths.ts'
import type { PublicSite } from '#core/site/headTags.ts'
import { paths } from '#core/site/paths.ts'
import { type SiteProfile, WORKER_ENGINE } from '#core/site/siteProfile.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { icons } from '../assets/icons.ts'
import { serviceWorker, siteOf } from '../assets/offline.ts'
import { webManifest } from '../assets/webManifest.ts'
import type { CorpusReport, Files } from '../corpus/corpus.ts'
import { fileOf, filesOf, pageFile } from '../corpus/files.ts'
import { openFiles } from '../corpus/openFiles.ts'
import { isNamedByContent } from '../hosts/headers.ts'
import { hostFiles } from '../hosts/hosts.ts'
import { companions, listsOfPages } from '../pages/companions.ts'
import { forwards } from '../pages/forwards.ts'
import { prerender } from '../pages/prerender.ts'
import { siteTemplate } from '../pages/siteTemplate.ts'
import type { SiteArguments } from './arguments.ts'
import { bundle } from './bundle.ts'
import { plannedFile, type Stage } from './plan.ts'
import { progressLine } from './progress.ts'
import { type SiteFolder, withSiteFolder } from './siteFolder.ts'

/** Page that the bundler makes the template of all pages of. */
const TEMPLATE = 'index.html'
/** From when it is there, the app shows the papers that it names. */
const MANIFEST = 'corpus/manifest.json'

const seconds = (since: number): number => (performance.now() - since) / 1000

const reportLine = ({ papers, segments, made }: CorpusReport, since: number): string =>
  `${formatNumber(papers)} papers in ${segments} segments, ${made} of them rebuilt, in ${seconds(since).toFixed(1)} s`

type BuildArguments = Pick<
  SiteArguments,
  'data' | 'out' | 'base' | 'name' | 'accent' | 'site' | 'isPublic' | 'papers' | 'isCached'
>

/** Profile of a site from the options of the build. */
export const profileOf = ({
  base,
  name,
  accent,
}: Pick<SiteArguments, 'base' | 'name' | 'accent'>): SiteProfile => ({
  base,
  name,
  engine: WORKER_ENGINE,
  ...(accent !== undefined && { accent }),
})

/** All files of a site in the order in which they are written: each after those that it cannot do without. */
export async function stagesOf(files: Files, app: Files, wanted: BuildArguments): Promise<Stage[]> {
  const { base, name, site: address, isPublic, papers, isCached } = wanted
  const profile = profileOf(wanted)
  const site: PublicSite = { address, name }
  const template = siteTemplate(String(app.get(TEMPLATE)), profile)
  const bundled = new Map(app).set(fileOf(filePaths.webManifest()) as string, webManifest(name))
  const corpus = openFiles(files)
  const withPage = corpus.papers.slice(0, papers).filter(({ id }) => pageFile(paths.paper(id)) !== undefined)
  const worker = await serviceWorker(isCached ? siteOf(bundled, template, name) : undefined)
  const fixed = [...bundled, ...files].filter(([path]) => path !== TEMPLATE && path !== MANIFEST)
  const isHashed = ([path]: readonly [string, unknown]): boolean => isNamedByContent(path)
  const pages = await prerender(corpus, { template, profile, site, papers: withPage })
  const htmlFiles = pages.stage.plan.flatMap(({ paths }) => paths).filter(path => path.endsWith('.html'))
  return [
    {
      name: 'scripts and corpus',
      plan: [
        ...fixed.filter(isHashed),
        ...hostFiles([...files.keys()], base),
        ...(await icons()),
        // The service worker lists them with their hashes.
        ...fixed.filter(file => !isHashed(file)),
        [fileOf(filePaths.serviceWorker()) as string, worker] as const,
      ].map(plannedFile),
    },
    ...(await companions(corpus, withPage, site)),
    {
      name: 'list of the corpus',
      plan: [plannedFile([MANIFEST, files.get(MANIFEST) as string | Uint8Array])],
    },
    pages.stage,
    { name: 'folders of pages', plan: [...forwards(htmlFiles, profile)].map(plannedFile) },
    listsOfPages(pages.paths, pages.pages, address, isPublic),
  ]
}

/** A terminal is not written to more often than this. */
const STATUS_EVERY_MS = 100

/** Makes and writes the files of a stage. */
async function writeStage({ name, plan }: Stage, folder: SiteFolder, output: StatusOutput): Promise<void> {
  const start = performance.now()
  let shown = Number.NEGATIVE_INFINITY
  for (const [done, { paths, contents }] of plan.entries()) {
    if (performance.now() - shown >= STATUS_EVERY_MS) {
      shown = performance.now()
      output.status(progressLine(name, done, plan.length, seconds(start)))
    }
    const made = [...(await contents())]
    if (made.length !== paths.length)
      throw new Error(`${made.length} files were made for ${paths.join(', ')}.`)
    for (const [index, path] of paths.entries()) folder.write(path, made[index] as string | Uint8Array)
  }
}

/**
 * Builds a site into a folder. Throws an `Error` that names the fault; existing files are not touched before
 * papers, themes and the folder have been checked.
 *
 * @param bundler makes scripts, styles and the template of pages
 */
export async function buildSite(
  wanted: BuildArguments,
  output: StatusOutput,
  bundler: typeof bundle = bundle,
): Promise<void> {
  const { data, out, isCached } = wanted
  await withSiteFolder(out, async folder => {
    const start = performance.now()
    const { files, report } = filesOf(data)
    for (const fault of report.faults) output.complain(fault)
    output.print(reportLine(report, start))
    const bundled = await bundler(isCached)
    output.status('opening the corpus and preparing the pages')
    const stages = await stagesOf(files, bundled, wanted)
    folder.begin(stages.flatMap(({ plan }) => plan.flatMap(({ paths }) => paths)))
    const startOfWriting = performance.now()
    for (const stage of stages) await writeStage(stage, folder, output)
    const { files: total, written, removed } = folder.finish()
    const [{ plan: pages = [] } = {}] = stages.filter(({ name }) => name === 'pages')
    output.print(
      `${formatNumber(total)} files in ${out}, ${formatNumber(pages.length)} of them pages, ${formatNumber(written)} new or changed, ${formatNumber(removed)} removed, in ${seconds(startOfWriting).toFixed(1)} s`,
    )
  })
}
