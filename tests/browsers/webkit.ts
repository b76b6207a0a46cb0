import type { ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Driver } from './driver.ts'
import { keysOf } from './keys.ts'
import { freePort, programOf, start, stop, untilAnswered } from './programs.ts'
import { FAULTS } from './watch.ts'
import { Session } from './webDriver.ts'

const LIBRARIES = '/usr/lib'
/** Debian puts it below the name of the architecture. */
const miniBrowser = (): string | undefined => {
  const below = (folder: string, name: string) => {
    try {
      return readdirSync(folder)
        .map(entry => join(folder, entry))
        .find(path => path.endsWith(name))
    } catch {
      return undefined
    }
  }
  for (const folder of [LIBRARIES, ...readdirSync(LIBRARIES).map(name => join(LIBRARIES, name))]) {
    const library = below(folder, 'webkit2gtk-4.1')
    const program = library && below(library, 'MiniBrowser')
    if (program) return program
  }
  return undefined
}

/** A screen that nobody sees, by its name. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const size = '1600x1200x24'
  const screen = start(programOf('Xvfb') as string, [
    '-displayfd',
    '1',
    '-screen',
    '0',
    size,
    '-nolisten',
    'tcp',
  ])
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdout?.once('data', data => resolve(String(data).trim()))
    screen.once('exit', () => reject(new Error('Xvfb did not start')))
  })
  return { screen, display: `:${number}` }
}

class WebKit implements Driver {
  readonly #session: Session
  readonly #driver: ChildProcess

  constructor(session: Session, driver: ChildProcess) {
    this.#session = session
    this.#driver = driver
  }

  async goto(url: string): Promise<void> {
    await this.#session.post('url', { url })
  }

  async reload(): Promise<void> {
    await this.#session.post('refresh')
  }

  async back(): Promise<void> {
    await this.#session.post('back')
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#session.post('execute/sync', { script: `return (${expression})`, args: [] })
  }

  press(keys: readonly string[]): Promise<void> {
    return this.#session.keys(keys.map(keysOf))
  }

  click(x: number, y: number): Promise<void> {
    return this.#session.click(x, y)
  }

  /** What is asked for is the size of the window, of which the browser's own bars take a part. */
  async resize(width: number, height: number): Promise<void> {
    const bars = (await this.evaluate('[outerWidth - innerWidth, outerHeight - innerHeight]')) as [
      number,
      number,
    ]
    const size = { width: width + bars[0], height: height + bars[1] }
    await this.#session.post('window/rect', { x: 0, y: 0, ...size })
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from(String(await this.#session.get('screenshot')), 'base64')
  }

  async faults(): Promise<string[]> {
    return (await this.evaluate(FAULTS)) as string[]
  }

  async close(): Promise<void> {
    await this.#session.end().catch(() => undefined)
    await stop(this.#driver)
  }
}

/** Each has a driver of its own, which has one session at a time. */
async function openTab(environment: NodeJS.ProcessEnv): Promise<Driver> {
  const port = await freePort()
  const driver = start(programOf('WebKitWebDriver') as string, [`--port=${port}`], environment)
  const address = `http://127.0.0.1:${port}`
  await untilAnswered(address)
  const session = await Session.begin(address, {
    'webkitgtk:browserOptions': { binary: miniBrowser() as string, args: ['--automation'] },
  })
  const tab = new WebKit(session, driver)
  await tab.resize(1440, 900)
  return tab
}

export const webkit: Browser = {
  name: 'WebKit',
  packages: 'webkit2gtk-driver xvfb',
  tellsFaults: false,
  isInstalled: () => Boolean(programOf('WebKitWebDriver') && programOf('Xvfb') && miniBrowser()),
  async start(isDark) {
    const { screen, display } = await startScreen()
    const environment = {
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      GTK_THEME: isDark ? 'Adwaita:dark' : 'Adwaita',
    }
    return {
      open: () => openTab(environment),
      close: () => stop(screen),
    }
  },
}
