import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a sample is tried: `folder` is for the server's own files, and holds the site below `root`. */
interface Place {
  folder: string
  port: number
  base: string
}

/** A server that a sample configuration is for. */
export interface Server {
  name: string
  /** The program, where it is installed. */
  program: string | undefined
  /** Writes nothing: the files to write into the folder, by path, and the arguments that start the server. */
  prepared(place: Place): { files: Record<string, string>; args: string[] }
}

const programOf = (...paths: string[]): string | undefined => paths.find(existsSync)

/** A sample with what differs from machine to machine. Throws where the sample has not what is replaced. */
function sampleWith(file: string, ...replacements: [old: string, put: string][]): string {
  let sample = readFileSync(file, 'utf8')
  for (const [old, put] of replacements) {
    if (!sample.includes(old)) throw new Error(`${file} does not say “${old}”.`)
    sample = sample.replace(old, () => put)
  }
  return sample
}

const NGINX: Server = {
  name: 'nginx',
  program: programOf('/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'),
  prepared({ folder, port, base }) {
    const sample = sampleWith(
      'hosting/nginx.conf',
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['root /var/www/broadsheet;', `root ${join(folder, 'root')};`],
      ['error_page 404 /404.html;', `error_page 404 ${base}404.html;`],
    )
    const configuration = `
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
    return { files: { 'nginx.conf': configuration }, args: ['-p', folder, '-c', join(folder, 'nginx.conf')] }
  },
}

const APACHE_MODULES = '/usr/lib/apache2/modules'
const MODULES = [
  'mpm_event',
  'authz_core',
  'alias',
  'autoindex',
  'deflate',
  'dir',
  'filter',
  'headers',
  'mime',
  'negotiation',
  'rewrite',
  'setenvif',
]

const APACHE: Server = {
  name: 'Apache',
  program: existsSync(APACHE_MODULES) ? programOf('/usr/sbin/apache2') : undefined,
  prepared({ folder, port, base }) {
    const root = join(folder, 'root')
    const sample = sampleWith('hosting/apache.htaccess', [
      'ErrorDocument 404 /404.html',
      `ErrorDocument 404 ${base}404.html`,
    ])
    // A user's folder lies elsewhere than its address says.
    const [, home] = /^(\/~[^/]+\/)/.exec(base) ?? []
    const configuration = `
      ServerName localhost
      ServerRoot ${folder}
      PidFile ${folder}/pid
      ${process.getuid?.() === 0 ? 'User www-data\n      Group www-data' : ''}
      Listen 127.0.0.1:${port}
      ErrorLog ${folder}/error.log
      ${MODULES.map(name => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join('\n')}
      TypesConfig /etc/mime.types
      DocumentRoot ${home === undefined ? root : folder}
      ${home === undefined ? '' : `Alias ${home} ${join(root, home)}/`}
      <Directory ${folder}>
        Options Indexes FollowSymLinks MultiViews
        AllowOverride All
        Require all granted
      </Directory>`
    return {
      files: { 'apache.conf': configuration, [join('root', base, '.htaccess')]: sample },
      args: ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'],
    }
  },
}

const CADDY: Server = {
  name: 'Caddy',
  program: programOf('/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'),
  prepared({ folder, port, base }) {
    const sample = sampleWith(
      'hosting/Caddyfile',
      ['papers.example.org {', `http://127.0.0.1:${port} {`],
      ['root * /var/www/broadsheet', `root * ${join(folder, 'root')}`],
      ['rewrite @missing /404.html', `rewrite @missing ${base}404.html`],
    )
    const options = '{\n\tadmin off\n\tauto_https off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n'
    return {
      files: { Caddyfile: options + sample },
      args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
    }
  },
}

export const SERVERS: readonly Server[] = [NGINX, APACHE, CADDY]
