import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { chromium as playwright } from '@playwright/test'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Flags for machines without a user namespace sandbox, a GPU or a network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  return SYSTEM_NAMES.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync)
}

/** Whether the program finds all its shared libraries. */
function isComplete(program: string): boolean {
  try {
    return !execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found')
  } catch {
    // No `ldd` here: the program will say for itself what it lacks.
    return true
  }
}

/**
 * Unpacks the browser that `@sparticuz/chromium` carries in its package, once per installation. Where the system
 * lacks the libraries it needs, those it brings along are used.
 */
async function carried(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const folder = resolve('node_modules/.cache/chromium')
  const libraries = join(folder, 'al2023', 'lib')
  mkdirSync(folder, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const program = await chromium.executablePath()
    if (!isComplete(program)) {
      const { inflate } = await import(join(dirname(main), '../esm/lambdafs.js'))
      await inflate(join(dirname(main), '../../bin/al2023.tar.br'))
      process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    }
    return program
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** The browser for tests: one named by hand, one of the system, Playwright's own, or the one in our packages. */
export async function findChromium(): Promise<string> {
  const own = playwright.executablePath()
  return process.env.CHROMIUM_PATH ?? onPath() ?? (existsSync(own) ? own : await carried())
}
