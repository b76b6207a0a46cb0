import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsOf } from './host.ts'

/** `npm run test:nginx`: serves a site, built for `/` and for `/papers/`, by the sample configuration. */

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)
const TRIES = 50

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** The sample with what differs from machine to machine, and what it stands in. */
function configuration(folder: string, port: number, base: string): string {
  const sample = readFileSync('hosting/nginx.conf', 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/broadsheet;', `root ${join(folder, 'root')};`)
    .replace('error_page 404 /404.html;', `error_page 404 ${base}404.html;`)
  return `
    daemon off;
    pid ${folder}/pid;
    error_log stderr;
    events {}
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      access_log off;
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi;
      scgi_temp_path ${folder}/scgi;
      ${sample}
    }`
}

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

async function tryWith(nginx: string, base: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const dist = join(folder, 'root', base)
  const port = await freePort()
  try {
    const site = `http://localhost:${port}${base}`
    const built = join(folder, 'dist')
    const build = ['run', 'build', '--', '--base', base, '--site', site, '--out', built]
    execFileSync('npm', build, { stdio: ['ignore', 'ignore', 'inherit'] })
    mkdirSync(join(folder, 'root'), { recursive: true })
    cpSync(built, dist, { recursive: true })
    // Its processes run under another name.
    execFileSync('chmod', ['-R', 'a+rX', folder])
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, base))
    const server = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
    try {
      await untilAnswered(site)
      const { asked, faults } = await faultsOf({ address: `http://127.0.0.1:${port}${base}`, dist })
      console.log(`${base}: asked for ${asked} addresses, ${faults.length} answered otherwise than expected`)
      return faults
    } finally {
      server.kill('SIGQUIT')
      await new Promise(resolve => server.once('exit', resolve))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (!NGINX) console.log('Skipped: nginx is not installed.')
else {
  const faults = [...(await tryWith(NGINX, '/')), ...(await tryWith(NGINX, '/papers/'))]
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}
