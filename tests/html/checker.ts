import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The Nu HTML Checker as npm has it (MIT, 30 MB), by version and hash. */
const PACKAGE = 'vnu-jar@26.9.27'
const INTEGRITY =
  'sha512-TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=='
const CACHE = 'node_modules/.cache/vnu'
const JAR = join(CACHE, PACKAGE, 'vnu.jar')

/** Gets the jar from the npm registry, once. It is no dependency: 30 MB for one command. */
function fetchJar(): void {
  rmSync(CACHE, { recursive: true, force: true })
  mkdirSync(join(CACHE, PACKAGE), { recursive: true })
  execFileSync('npm', ['pack', PACKAGE, '--pack-destination', CACHE], { stdio: 'pipe' })
  const archive = join(CACHE, readdirSync(CACHE).find(name => name.endsWith('.tgz')) as string)
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (`sha512-${hash}` !== INTEGRITY) throw new Error(`${PACKAGE} is another file than expected.`)
  execFileSync('tar', ['-xzf', archive, '-C', CACHE, 'package/build/dist/vnu.jar'])
  renameSync(join(CACHE, 'package/build/dist/vnu.jar'), JAR)
}

/** The checker's jar: that of `VNU_JAR`, or the one from npm. Otherwise what is missing. */
export function findChecker(): { jar: string } | { missing: string } {
  if (spawnSync('java', ['-version']).status !== 0) return { missing: 'Java is not installed.' }
  const named = process.env.VNU_JAR
  if (named !== undefined) return existsSync(named) ? { jar: named } : { missing: `There is no ${named}.` }
  try {
    if (!existsSync(JAR)) fetchJar()
    return { jar: JAR }
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { missing: `the Nu HTML Checker: npm did not give ${PACKAGE} (${why}). VNU_JAR may name its jar.` }
  }
}

interface Message {
  type: 'error' | 'info' | 'non-document-error'
  subType?: 'warning' | 'fatal'
  url?: string
  lastLine?: number
  message: string
  extract?: string
}

/** Texts come as the source wrote them, and nobody says in which language: that of the page is its own. */
const OF_TEXTS = /Unicode Normalization Form C|^This document appears to be written in/

/**
 * What the checker says that holds for files on a disk, but not for the site: the policy names the site's own origin, which
 * a file does not have, and data in a `<script>` is not run. Browser tests fail on every violation of the policy.
 */
const NOT_OF_FILES = /^(?:Inline script|Resource) violates Content Security Policy/

/** A line for each error and each warning, without those above. */
export function faultsOf(jar: string, folder: string, files: readonly string[]): Map<string, string[]> {
  const { stdout, stderr, status } = spawnSync(
    'java',
    ['-Xss16m', '-jar', resolve(jar), '--format', 'json', '--stdout', '--exit-zero-always', ...files],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 },
  )
  if (status !== 0) throw new Error(`The Nu HTML Checker failed: ${stderr.slice(0, 500)}`)
  const { messages } = JSON.parse(stdout) as { messages: Message[] }
  const faults = new Map<string, string[]>()
  for (const { type, subType, url = '', lastLine = 0, message, extract = '' } of messages) {
    // Other notes: React writes `<input/>`.
    if (type === 'info' && subType !== 'warning') continue
    if (NOT_OF_FILES.test(message) || OF_TEXTS.test(message)) continue
    const file = decodeURIComponent(url.slice(url.indexOf(folder) + folder.length + 1))
    const line = `${file}:${lastLine}: ${type}: ${message} ${JSON.stringify(extract.slice(0, 200))}`
    faults.set(file, [...(faults.get(file) ?? []), line])
  }
  return faults
}
