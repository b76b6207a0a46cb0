import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundle } from '#site/build/bundle.ts'
import { LIST } from '#site/build/ownFiles.ts'
import { TOOLS, toolArguments } from '../../toolArguments.ts'
import { buildFrom, filesFrom } from './bundled.ts'
import { writeFiles } from './files.ts'
import { writerIn } from './program.ts'
import { faultsIn, snapshot } from './sites.ts'

/*
 * `npm run test:kills`: kills builds at random moments over an existing site with other people's
 * files, looks whether each page is complete, builds again and compares with a site that nobody disturbed. One kill in
 * `--whole` is of a whole build from reading the papers on, the others of its part that touches the folder,
 * with all files made before; every second one comes once the build has begun to write. The figure is printed and written to reports/kills.json.
 */
const { runs, whole: wholeEvery } = toolArguments(TOOLS.kills).values
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-kills-'))
const [before, after, root] = ['before', 'after', 'killed'].map(name => join(folder, name)) as [
  string,
  string,
  string,
]

/** The corpus as it is, and as it might be later: some papers gone, some with another title. */
const DATA = { old: 'data', new: join(folder, 'data') }

const FOREIGN: Record<string, string> = {
  CNAME: 'papers.example.org\n',
  '.nojekyll': '',
  '.git/config': '[core]\n',
  '.well-known/security.txt': 'Contact: mailto:ada@example.org\n',
  'about.html': '<!doctype html><title>About Ada Example</title>',
  'paper/notes.html': '<!doctype html><title>Notes of Ada Example</title>',
  'assets/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'uploads/slides.pdf': '%PDF-1.4\n',
}

function makeData(): void {
  mkdirSync(join(DATA.new, 'papers'), { recursive: true })
  cpSync(join(DATA.old, 'themes.json'), join(DATA.new, 'themes.json'))
  for (const name of readdirSync(join(DATA.old, 'papers'))) {
    const month = JSON.parse(readFileSync(join(DATA.old, 'papers', name), 'utf8'))
    const papers = (month.papers as { title: string }[]).flatMap((paper, at) => {
      if (at % 5 === 4) return []
      return [at % 5 === 3 ? { ...paper, title: `${paper.title}, again` } : paper]
    })
    writeFileSync(join(DATA.new, 'papers', name), JSON.stringify({ ...month, papers }))
  }
}

const TEXT = /\.(?:js|css|html)$/

/** The same scripts and styles under other names, as another version of the code has them. */
function renamed(files: Map<string, Buffer>): Map<string, Buffer> {
  const names = [...files.keys()].filter(path => path.startsWith('assets/')).map(path => path.slice(7))
  const other = (name: string): string =>
    name.replace(
      /-([\w-]{8})\.(\w+)$/,
      (_, hash: string, extension: string) => `-${[...hash].reverse().join('')}.${extension}`,
    )
  const inText = (text: string): string =>
    names.reduce((all, name) => all.replaceAll(name, other(name)), text)
  return new Map(
    Array.from(files, ([path, content]) => [
      inText(path),
      TEXT.test(path) ? Buffer.from(inText(String(content))) : content,
    ]),
  )
}

async function makeBundles(): Promise<void> {
  const files = new Map(Array.from(await bundle(true), ([path, content]) => [path, Buffer.from(content)]))
  for (const [name, bundled] of [
    ['old', files],
    ['new', renamed(files)],
  ] as const) {
    const written = Array.from(bundled, ([path, content]) => [path, content.toString('base64')])
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(written))
  }
}

const bundleOf = (version: 'old' | 'new'): string => join(folder, `${version}.json`)

const inputOf = (version: 'old' | 'new'): string => join(folder, `${version}.files.json`)

/** What is killed: a whole build, or its part that writes. */
interface Build {
  start(): ChildProcess
  /** In this process: nobody kills it. */
  finish(): Promise<void>
  /** How long it takes and how much of that it writes, in ms. */
  whole: number
  writing: number
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Kills a build, and says when; nothing where it had ended before. */
async function killed(build: Build, whileWriting: boolean): Promise<string | undefined> {
  const list = changedAt(join(root, LIST))
  const child = build.start()
  const ended = once(child, 'exit')
  if (whileWriting) {
    while (child.exitCode === null && changedAt(join(root, LIST)) === list) await setTimeout(1)
    await setTimeout(Math.random() * build.writing)
  } else await setTimeout(Math.random() * build.whole)
  child.kill('SIGKILL')
  const [, signal] = await ended
  if (signal !== 'SIGKILL') return undefined
  return changedAt(join(root, LIST)) === list ? 'before it wrote' : 'while it wrote'
}

/** How long a build takes over a copy of the old site, and how much of that it writes, in ms. */
async function timed(out: string, starts: () => ChildProcess): Promise<{ whole: number; writing: number }> {
  copy(out)
  const list = changedAt(join(out, LIST))
  const began = performance.now()
  const child = starts()
  const ended = once(child, 'exit')
  while (child.exitCode === null && changedAt(join(out, LIST)) === list) await setTimeout(1)
  const wrote = performance.now()
  const [code] = await ended
  if (code !== 0) throw new Error(`A build of ${out} failed.`)
  return { whole: performance.now() - began, writing: performance.now() - wrote }
}

function differences(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(path => a.get(path) !== b.get(path))
}

const foreignIn = (at: string): Map<string, string> =>
  new Map([...snapshot(at)].filter(([path]) => path in FOREIGN || path === 'empty' || path === 'link'))

makeData()
await makeBundles()
await buildFrom(bundleOf('old'), DATA.old, before)
for (const [path, content] of Object.entries(FOREIGN)) {
  mkdirSync(dirname(join(before, path)), { recursive: true })
  writeFileSync(join(before, path), content)
}
mkdirSync(join(before, 'empty'))
symlinkSync('uploads', join(before, 'link'))
chmodSync(join(before, 'index.html'), 0o640)
const copy = (to: string): void => {
  rmSync(to, { recursive: true, force: true })
  cpSync(before, to, { recursive: true, verbatimSymlinks: true })
}
const script = join(import.meta.dirname, 'build.ts')
const wholeBuild = (out: string) => () => start(['--import', 'tsx', script, bundleOf('new'), DATA.new, out])
const whole: Build = {
  ...(await timed(after, wholeBuild(after))),
  start: wholeBuild(root),
  finish: () => buildFrom(bundleOf('new'), DATA.new, root),
}
const files = await filesFrom(bundleOf('new'), DATA.new)
writeFileSync(inputOf('new'), JSON.stringify(files))
const program = await writerIn(folder)
const writer = (out: string) => () => start([program, out, inputOf('new')])
const part: Build = {
  ...(await timed(root, writer(root))),
  start: writer(root),
  finish: () => writeFiles(root, files),
}
const [old, wanted] = [snapshot(before), snapshot(after)]
if (differences(wanted, snapshot(root)).length > 0)
  throw new Error('The part that writes makes another site.')
const changed = differences(old, wanted).length
console.log(`${old.size} entries before, ${changed} of them differ after`)
for (const [name, build] of Object.entries({ 'a whole build': whole, 'its part that writes': part }))
  console.log(
    `${name} takes ${build.whole.toFixed()} ms, and writes for ${build.writing.toFixed()} ms of them`,
  )

const when = new Map<string, number>()
let failed = 0
for (let run = 1; run <= runs; run++) {
  copy(root)
  const isWhole = run % wholeEvery === 0
  const build = isWhole ? whole : part
  const at = await killed(build, Math.random() < 0.5)
  if (at === undefined) {
    // It had ended: the machine is faster than when it was timed.
    build.whole *= 0.8
    build.writing *= 0.8
    run--
    continue
  }
  const moment = `${isWhole ? 'whole build' : 'writing'} ${at}`
  when.set(moment, (when.get(moment) ?? 0) + 1)
  const faults = faultsIn(root, [before, after])
  const touched = differences(foreignIn(before), foreignIn(root))
  await build.finish()
  const other = differences(snapshot(root), wanted)
  const isGood = faults.length + touched.length + other.length === 0
  if (!isGood) failed++
  const found = isGood
    ? 'good'
    : JSON.stringify({ faults: faults.slice(0, 5), touched, other: other.slice(0, 5) })
  console.log(`${run}: killed ${moment}: ${found}`)
}
if (existsSync(root)) rmSync(folder, { recursive: true })
const moments = Object.fromEntries(when)
mkdirSync('reports', { recursive: true })
writeFileSync(
  'reports/kills.json',
  `${JSON.stringify({ passed: runs - failed, failed, moments }, null, 1)}\n`,
)
console.log(`${runs - failed} passed, ${failed} failed; kills: ${JSON.stringify(moments)}`)
process.exitCode = failed === 0 ? 0 : 1
