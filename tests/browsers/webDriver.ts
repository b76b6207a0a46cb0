import { pause } from './programs.ts'

/** The code points that WebDriver has for keys without a character. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Tab: '\uE004',
}

type Json = Record<string, unknown>

/** A session of a browser by the WebDriver protocol (https://www.w3.org/TR/webdriver2/), as far as it is used. */
export class Session {
  readonly #address: string

  private constructor(address: string) {
    this.#address = address
  }

  static async begin(driver: string, capabilities: Json): Promise<Session> {
    const { sessionId } = (await ask(`${driver}/session`, 'POST', {
      capabilities: { alwaysMatch: capabilities },
    })) as { sessionId: string }
    return new Session(`${driver}/session/${sessionId}`)
  }

  get(command: string): Promise<unknown> {
    return ask(`${this.#address}/${command}`, 'GET')
  }

  post(command: string, parameters: Json = {}): Promise<unknown> {
    return ask(`${this.#address}/${command}`, 'POST', parameters)
  }

  async end(): Promise<void> {
    await ask(this.#address, 'DELETE')
  }

  /** Keys go down and up one after the other. */
  async keys(presses: readonly { held: string[]; key: string }[]): Promise<void> {
    const down = (key: string) => ({ type: 'keyDown', value: KEYS[key] ?? key })
    const up = (key: string) => ({ type: 'keyUp', value: KEYS[key] ?? key })
    const actions = presses.flatMap(({ held, key }) => [
      ...held.map(down),
      down(key),
      up(key),
      ...held.toReversed().map(up),
    ])
    await this.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  async click(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }
    await this.post('actions', { actions: [mouse] })
  }
}

async function ask(address: string, method: string, body?: Json): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as {
      value: (Json & { error?: string; message?: string }) | null
    }
    if (response.ok) return value
    // A page that is just being replaced by another answers nothing.
    const isPassing = /no such (?:window|frame|execution context)|navigat/i.test(
      `${value?.error} ${value?.message}`,
    )
    if (!isPassing || tries === 5)
      throw new Error(
        `WebDriver ${method} ${address.replace(/.*\/session/, '')}: ${value?.error}: ${value?.message}`,
      )
    await pause(200)
  }
}
