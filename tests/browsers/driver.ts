/** A browser that is driven from outside, one window and one tab of it. All browsers have this in common. */
export interface Driver {
  goto(address: string): Promise<void>
  reload(): Promise<void>
  back(): Promise<void>
  /** Runs an expression in the page. It may be a promise; the value has to be JSON. */
  evaluate(expression: string): Promise<unknown>
  /** Presses keys one after the other, with others held down before the last `+`: `j`, `Enter`, `Control+k`. */
  press(keys: readonly string[]): Promise<void>
  /** Clicks a point of the window, in CSS pixels. */
  click(x: number, y: number): Promise<void>
  /** Width and height of the page's window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  /** A picture of the window, as PNG. */
  screenshot(): Promise<Uint8Array>
  /** What has gone wrong since the last time: errors of scripts, what was said on the console, violations of the policy. */
  faults(): Promise<string[]>
  close(): Promise<void>
}

/** A kind of browser that may be installed or not. */
export interface Browser {
  name: string
  /** The Debian packages that have it. */
  packages: string
  /** Whether it says by itself what goes wrong in a page; otherwise the site has to carry `watch.js`. */
  tellsFaults: boolean
  isInstalled(): boolean
  /** @param isDark whether the system is said to prefer dark colours */
  start(isDark: boolean): Promise<Running>
}

export interface Running {
  /** Opens a tab that shares nothing with others: no storage, no service worker. */
  open(): Promise<Driver>
  close(): Promise<void>
}
