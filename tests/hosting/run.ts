import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite, withFolder } from '../extra/build.ts'
import { report } from '../extra/report.ts'
import { faultsOf } from './host.ts'
import { SERVERS, type Server } from './servers.ts'

/** `npm run test:hosts`: serves a site by each sample configuration, below each of these bases. */
const BASES = ['/', '/papers/', '/~jdoe/papers/']

const TRIES = 50

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

async function untilAnswered(address: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await fetch(address)
      return
    } catch (error) {
      if (tries === TRIES) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/** Serves a built site. */
async function tryWith(
  { program, prepared }: Server,
  base: string,
  built: string,
): ReturnType<typeof faultsOf> {
  return withFolder(async folder => {
    const dist = join(folder, 'root', base)
    const port = await freePort()
    const { files, args } = prepared({ folder, port, base })
    mkdirSync(dist, { recursive: true })
    cpSync(built, dist, { recursive: true })
    for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content)
    // Its processes run under another name.
    execFileSync('chmod', ['-R', 'a+rX', folder])
    const server = spawn(program as string, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: folder },
    })
    const ended = new Promise(resolve => server.once('exit', resolve))
    let said = ''
    server.stderr.on('data', data => {
      said += data
    })
    try {
      await untilAnswered(`http://127.0.0.1:${port}${base}`)
      return await faultsOf({ address: `http://127.0.0.1:${port}${base}`, dist })
    } catch (error) {
      throw new Error(`${program} did not answer. It said:\n${said}`, { cause: error })
    } finally {
      server.kill('SIGTERM')
      await ended
    }
  })
}

const failures: string[] = []
let passed = 0
const installed = SERVERS.filter(({ program }) => program !== undefined)
const skips = SERVERS.filter(({ program }) => program === undefined).map(
  ({ name }) => `${name} is not installed`,
)
if (installed.length > 0) {
  const builds = mkdtempSync(join(tmpdir(), 'hosts-'))
  try {
    for (const [at, base] of BASES.entries()) {
      const built = join(builds, String(at))
      buildSite(built, '--base', base, '--site', `http://localhost${base}`)
      for (const server of installed) {
        const { asked, faults } = await tryWith(server, base, built)
        console.log(
          `${server.name}, ${base}: ${asked} addresses, ${faults.length} other answers than expected`,
        )
        passed += asked - new Set(faults.map(({ path }) => path)).size
        failures.push(...faults.map(({ path, why }) => `${server.name}, ${base}${path}: ${why}`))
      }
    }
  } finally {
    rmSync(builds, { recursive: true })
  }
}
report('hosts', { passed, failures, skips })
