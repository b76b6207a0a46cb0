import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ingestCommand } from '#cli/ingest/ingestCommand.ts'

const ENTRY = join(import.meta.dirname, '../../../src/cli/ingest.ts')
const DIGEST = join(import.meta.dirname, '../../../data/sources/daily-papers-2025-12-11.txt')
/** The number of a process that has ended. */
const DEAD = spawnSync(process.execPath, ['--version']).pid

/** The folder with the command as one JavaScript file: compiling it takes two seconds per process. */
let program: string

let folder: string
let out: string
let lock: string
let started: ChildProcess[]

beforeAll(async () => {
  program = await mkdtemp(join(tmpdir(), 'broadsheet-ingest-'))
  await writeFile(join(program, 'package.json'), '{ "type": "module" }')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: ENTRY, outDir: program, emptyOutDir: false },
  })
}, 60_000)

afterAll(() => rm(program, { recursive: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-lock-'))
  out = join(folder, 'papers')
  lock = `${out}.lock`
  started = []
})

afterEach(async () => {
  for (const child of started) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function page(title: string): Promise<string> {
  const path = join(folder, `${title}-2025-12-11.txt`)
  await writeFile(path, `Paper ${title}\n\nAn abstract.\n\n  • 3 authors\n·\nOct 11\n`)
  return path
}

/** Runs the command in this process. */
async function run(...args: string[]) {
  const lines: string[] = []
  const say = (line: string) => lines.push(line)
  const code = await ingestCommand([...args, '--corpus', out], {
    print: say,
    complain: say,
    status: () => {},
  })
  return { code, lines }
}

/** Starts the command in a process of its own. */
function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(program, 'ingest.js'), ...args, '--corpus', out])
  started.push(child)
  return child
}

async function end(child: ChildProcess) {
  const lines: string[] = []
  child.stdout?.on('data', chunk => lines.push(String(chunk)))
  child.stderr?.on('data', chunk => lines.push(String(chunk)))
  const [code] = await once(child, 'close')
  return { code, lines: lines.join('') }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setTimeout(1)
}

/** The titles of the corpus, read as the next run would read them. */
async function titles(): Promise<string[]> {
  const texts = await Promise.all((await readdir(out)).map(name => readFile(join(out, name), 'utf8')))
  return texts.flatMap(text => JSON.parse(text).papers.map(({ title }: { title: string }) => title)).sort()
}

const beside = async () => (await readdir(folder)).filter(name => name.startsWith('papers'))

/** A process that holds the lock until it is killed: it reads a month file that is a pipe without a writer. */
async function startThatHangs(): Promise<ChildProcess> {
  await mkdir(out, { recursive: true })
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(out, '2025-12.json')])
  const child = start(await page('Hanging'))
  const isLocked = () => existsSync(lock) && readFileSync(lock, 'utf8') !== ''
  await until(() => isLocked() || child.exitCode !== null)
  return child
}

test.each([
  ['nothing before', undefined],
  ['the lock of a dead process before', `${DEAD}\n`],
])(
  'of several at once, with %s, no paper is lost that was said to be written',
  async (_, before) => {
    await run(DIGEST)
    if (before !== undefined) await writeFile(lock, before)
    const names = ['A', 'B', 'C', 'D', 'E', 'F']
    const pages = await Promise.all(names.map(page))
    const ended = await Promise.all(pages.map(path => end(start(path))))
    for (const { code, lines } of ended) {
      if (code === 0) expect(lines).toContain(`Written to ${out}.`)
      else
        expect({ code, lines }).toEqual({
          code: 2,
          lines: expect.stringMatching(/^.*another ingest is running \(process \d+\).*\n$/),
        })
    }
    const written = names.filter((_, index) => ended[index]?.code === 0)
    expect(written).not.toEqual([])
    expect((await titles()).filter(title => /^Paper [A-F]$/.test(title))).toEqual(
      written.map(name => `Paper ${name}`),
    )
    expect(await beside()).toEqual(['papers'])
    expect((await run(...pages)).code).toBe(0)
    expect(await titles()).toHaveLength(46 + names.length)
  },
  60_000,
)

test('while one is running another, dry or not, says which and does nothing', async () => {
  const running = await startThatHangs()
  const says = [expect.stringContaining(`another ingest is running (process ${running.pid})`)]
  expect(await run(DIGEST)).toEqual({ code: 2, lines: says })
  expect(await run(DIGEST, '--dry-run')).toEqual({ code: 2, lines: says })
  expect(await readdir(out)).toEqual(['2025-12.json'])
  expect(await readFile(lock, 'utf8')).toMatch(new RegExp(`^${running.pid}\n`))
}, 30_000)

test('two in one process exclude each other too', async () => {
  const ended = await Promise.all([run(DIGEST), run(DIGEST)])
  const [refused, ...others] = ended.filter(({ code }) => code !== 0)
  expect(others).toEqual([])
  expect(refused?.lines).toEqual([
    expect.stringContaining(`another ingest is running (process ${process.pid})`),
  ])
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'ended by %s it takes its lock with it',
  async signal => {
    const running = await startThatHangs()
    running.kill(signal)
    expect(await once(running, 'exit')).toEqual([null, signal])
    expect(await beside()).toEqual(['papers'])
  },
  30_000,
)

test.each([
  ['a process that has ended', `${DEAD}\n`],
  ['a process that had the number of this one', `${process.pid}\n`],
  ['a process that ended before it wrote its number', ''],
])('the lock of %s is taken over', async (_, content) => {
  await writeFile(lock, content)
  await writeFile(`${lock}.stale`, `${DEAD}\n`)
  expect((await run(DIGEST)).code).toBe(0)
  expect(await beside()).toEqual(['papers'])
})

test.runIf(existsSync('/proc/self/stat'))(
  'the lock of a process whose number another one has by now is taken over, and only then',
  async () => {
    const running = await startThatHangs()
    const own = await readFile(lock, 'utf8')
    const [pid, identity = ''] = own.split('\n')
    const [boot, namespace, start] = identity.split(' ')
    expect(boot).toMatch(/^[\da-f-]{36}$/)
    expect(namespace).toMatch(/^pid:\[\d+\]$/)
    const is = (held: boolean) => ({
      code: held ? 2 : 0,
      lines: held ? [expect.stringContaining(`(process ${running.pid})`)] : expect.anything(),
    })
    const copy = join(folder, 'other')
    for (const [line, held] of [
      [identity, true],
      ['', true],
      [`${boot} pid:[1] 1`, true],
      ['unknown', true],
      [`${boot} ${namespace} ${Number(start) - 100}`, false],
      [`0${boot?.slice(1, -1)}x ${namespace} ${start}`, false],
    ] as const) {
      out = copy
      lock = `${copy}.lock`
      await writeFile(lock, line === '' ? `${pid}\n` : `${pid}\n${line}\n`)
      expect(await run(DIGEST), line).toEqual(is(held))
      expect(existsSync(lock), line).toBe(held)
    }
  },
  30_000,
)

test('the lock goes where the run fails, and with a dry run', async () => {
  await run(DIGEST, '--dry-run')
  expect(await beside()).toEqual([])
  await mkdir(out)
  await writeFile(join(out, '2025-12.json'), 'broken')
  expect((await run(DIGEST)).code).toBe(2)
  expect(await beside()).toEqual(['papers'])
})

test('a dry run makes no folder', async () => {
  out = join(folder, 'deep/papers')
  expect((await run(DIGEST, '--dry-run')).code).toBe(0)
  expect(await readdir(folder)).toEqual([])
})

test('killed at any point it leaves the old corpus or the new one, and the next run goes on from it', async () => {
  await run(DIGEST)
  // With many other files the new state exists beside the old one for longer.
  for (let i = 0; i < 50; i++) await writeFile(join(out, `note-${i}.txt`), 'kept')
  const before = join(folder, 'before')
  await cp(out, before, { recursive: true })
  const added = await page('Added')
  const moments: (() => boolean)[] = [
    () => existsSync(lock),
    () => existsSync(`${out}.next`),
    () => existsSync(join(`${out}.next`, 'note-49.txt')),
    () => existsSync(join(`${out}.next`, '2025-12.json')),
    () => existsSync(`${out}.previous`),
  ]
  for (const moment of moments) {
    await rm(out, { recursive: true })
    await cp(before, out, { recursive: true })
    const child = start(added)
    const ended = once(child, 'exit')
    await until(() => moment() || child.exitCode !== null)
    child.kill('SIGKILL')
    await ended
    expect((await run(DIGEST, added)).code).toBe(0)
    expect(await readdir(out).then(names => names.filter(name => name.startsWith('note')))).toHaveLength(50)
    await Promise.all(
      (await readdir(out)).filter(name => name.startsWith('note')).map(name => rm(join(out, name))),
    )
    expect(await titles()).toHaveLength(47)
    expect(await beside()).toEqual(['papers'])
  }
}, 60_000)

test.each([
  ['before a corpus is there', false],
  ['over a corpus', true],
])('folders of other people that are called next and previous stay, %s', async (_, isThere) => {
  if (isThere) await run(await page('Old'))
  for (const [name, file] of [
    ['papers.next', 'notes.txt'],
    ['papers.next', '2025-12.json'],
    ['papers.previous', 'notes.txt'],
  ] as const) {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, file), 'of Ada Example')
  }
  expect((await run(await page('New'))).code).toBe(0)
  expect((await run(await page('Newer'))).code).toBe(0)
  expect(await beside()).toEqual(['papers', 'papers.next', 'papers.previous'])
  expect(await readdir(`${out}.next`)).toEqual(['2025-12.json', 'notes.txt'])
  expect(await readFile(join(`${out}.previous`, 'notes.txt'), 'utf8')).toBe('of Ada Example')
  expect(await titles()).toHaveLength(isThere ? 3 : 2)
})

test.each([
  ['cut off while the new state was written', ['papers', 'papers.next-2'], ['Paper New', 'Paper Old']],
  ['cut off between the two moves', ['papers.previous', 'papers.next-2'], ['Paper New', 'Paper Next']],
  ['cut off before the old state was removed', ['papers', 'papers.previous'], ['Paper New', 'Paper Old']],
])('a swap %s is recovered by its journal, which names its folders', async (_, there, wanted) => {
  for (const [name, title] of [
    ['papers', 'Old'],
    ['papers.previous', 'Previous'],
    ['papers.next-2', 'Next'],
  ] as const) {
    if (!there.includes(name)) continue
    const made = out
    out = join(folder, 'making')
    await run(await page(title))
    await rename(out, join(folder, name))
    out = made
  }
  await writeFile(`${out}.swap`, 'next papers.next-2\nprevious papers.previous\n')
  expect((await run(await page('New'))).code).toBe(0)
  expect(await titles()).toEqual(wanted)
  expect(await beside()).toEqual(['papers'])
})

test('a journal that was cut off is cleared away, and a file of somebody else that has its name is named', async () => {
  const part = join(folder, '.papers.swap.part')
  await writeFile(part, 'next pa')
  expect((await run(await page('New'))).code).toBe(0)
  expect(existsSync(part)).toBe(false)
  expect(await beside()).toEqual(['papers'])
  for (const text of [
    '',
    'of Ada Example',
    'next papers\nprevious ..\n',
    'next ../a.next\nprevious b.previous\n',
  ]) {
    await writeFile(`${out}.swap`, text)
    const { code, lines } = await run(await page('Newer'))
    expect({ code, lines }).toEqual({
      code: 2,
      lines: [expect.stringMatching(/papers\.swap is in the way .* move it/)],
    })
    expect(await readFile(`${out}.swap`, 'utf8')).toBe(text)
  }
  expect(await beside()).toEqual(['papers', 'papers.swap'])
})

test('a folder that has the name of the journal is named and stays', async () => {
  await mkdir(`${out}.swap`)
  await writeFile(join(`${out}.swap`, 'notes.txt'), 'of Ada Example')
  const { code, lines } = await run(await page('New'))
  expect([code, lines]).toEqual([2, [expect.stringMatching(/papers\.swap is in the way .* move it/)]])
  expect(await readFile(join(`${out}.swap`, 'notes.txt'), 'utf8')).toBe('of Ada Example')
})

test('a swap that was cut off is recovered through a link to the folder as well', async () => {
  await run(await page('Old'))
  const real = out
  out = join(folder, 'link')
  await symlink('papers', out)
  await rename(real, `${real}.previous`)
  expect((await run(await page('New'))).code).toBe(0)
  expect(await titles()).toEqual(['Paper New', 'Paper Old'])
  expect(await beside()).toEqual(['papers'])
})
