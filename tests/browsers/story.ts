import type { Browser } from './driver.ts'
import type { Site } from './site.ts'
import type { Tab } from './tab.ts'

/** What a story is given. */
export interface Scene {
  tab: Tab
  site: Site
  /** Opens a tab that knows nothing of this one. */
  another: () => Promise<Tab>
}

/** Something that people do with the site, told once for all browsers. */
export interface Story {
  name: string
  act: (scene: Scene) => Promise<void>
  /** Faults that the story provokes: files asked for while the server is off. */
  provokes?: RegExp
  /** Told in a system that prefers dark colours. */
  isDark?: true
}

export interface Told {
  browser: Browser['name']
  name: string
  status: 'passed' | 'failed'
  /** Why it failed. */
  reason?: string
  seconds: number
}
