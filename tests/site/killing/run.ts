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
import { parseArgs } from 'node:util'
import { bundle } from '#site/bundle.ts'
import { LIST } from '#site/ownFiles.ts'
import { buildFrom } from './bundled.ts'
import { faultsIn, snapshot } from './sites.ts'

/*
 * `npm run test:kills [-- --runs 100] [--real]`: kills builds at random moments over an existing site with other people's
 * files, looks whether each page is complete, builds again and compares with a site that nobody disturbed. Every second
 * kill comes at any moment of the build, the others while it writes. `--real` runs `npm run build` itself, which bundles
 * the scripts anew each time. The figure is printed and written to reports/kills.json.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100' }, real: { type: 'boolean', default: false } },
})
const runs = Number(values.runs)
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
  const files = new Map(
    Array.from(await bundle(new Map(), '/', true), ([path, content]) => [path, Buffer.from(content)]),
  )
  for (const [name, bundled] of [
    ['old', files],
    ['new', renamed(files)],
  ] as const) {
    const written = Array.from(bundled, ([path, content]) => [path, content.toString('base64')])
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(written))
  }
}

const bundleOf = (version: 'old' | 'new'): string => join(folder, `${version}.json`)

function build(out: string, version: 'old' | 'new'): ChildProcess {
  const tsx = ['--import', 'tsx']
  const args = values.real
    ? [...tsx, 'src/site/run.ts', 'build', '--out', out, '--data', DATA[version]]
    : [...tsx, join(import.meta.dirname, 'build.ts'), bundleOf(version), DATA[version], out]
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function built(out: string, version: 'old' | 'new'): Promise<void> {
  // Nobody kills this one: it needs no process of its own.
  if (!values.real) return buildFrom(bundleOf(version), DATA[version], out)
  const [code] = await once(build(out, version), 'exit')
  if (code !== 0) throw new Error(`A build of ${out} failed.`)
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Kills a build, and says after how many ms; without a build to kill, as it has ended before, nothing. */
async function killed(whole: number, writing: number, whileWriting: boolean): Promise<string> {
  const list = changedAt(join(root, LIST))
  const child = build(root, 'new')
  const ended = once(child, 'exit')
  if (whileWriting) {
    while (child.exitCode === null && changedAt(join(root, LIST)) === list) await setTimeout(1)
    await setTimeout(Math.random() * writing)
  } else await setTimeout(Math.random() * whole)
  child.kill('SIGKILL')
  const [, signal] = await ended
  if (signal !== 'SIGKILL') return 'it had ended'
  return changedAt(join(root, LIST)) === list ? 'before it wrote' : 'while it wrote'
}

function differences(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(path => a.get(path) !== b.get(path))
}

const foreignIn = (at: string): Map<string, string> =>
  new Map([...snapshot(at)].filter(([path]) => path in FOREIGN || path === 'empty' || path === 'link'))

makeData()
await makeBundles()
await built(before, 'old')
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
copy(after)
const start = performance.now()
let listed = 0
const undisturbed = build(after, 'new')
const end = once(undisturbed, 'exit')
const list = changedAt(join(after, LIST))
while (undisturbed.exitCode === null && listed === 0) {
  await setTimeout(1)
  if (changedAt(join(after, LIST)) !== list) listed = performance.now()
}
await end
const [whole, writing] = [performance.now() - start, performance.now() - listed]
const [old, wanted] = [snapshot(before), snapshot(after)]
console.log(
  `${old.size} entries before, ${differences(old, wanted).length} of them differ after; a build takes ${(whole / 1000).toFixed(1)} s, ${(writing / 1000).toFixed(1)} s of them to write`,
)

const when = new Map<string, number>()
let failed = 0
for (let run = 1; run <= runs; run++) {
  copy(root)
  const moment = await killed(whole, writing, run % 2 === 0)
  when.set(moment, (when.get(moment) ?? 0) + 1)
  const faults = faultsIn(root, [before, after])
  const touched = differences(foreignIn(before), foreignIn(root))
  await built(root, 'new')
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
