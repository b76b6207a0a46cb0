import type { Locator, Page } from '@playwright/test'
import { changeAnswers } from './changedAnswers.ts'
import { papersOf, serveCorpus } from './corpus.ts'
import { EXTREMES, MANY_THEMES, WITH_FORMULAS } from './extremes.ts'
import { expectAlive, waitForQuiet } from './gate.ts'

/** What a site may have to do with: its network, its corpus, its browser. */
export interface Situation {
  prepare?: (page: Page) => Promise<unknown>
  /** What the browser notes because of it, which is no fault of the site. */
  provokes?: RegExp
}

const abort = (files: string) => (page: Page) => page.route(files, route => route.abort())

export const SITUATIONS = {
  usual: {},
  many: {
    prepare: page =>
      serveCorpus(page, { '2025-12': papersOf('2025-12', 120), '2025-11': papersOf('2025-11', 30) }),
  },
  extreme: {
    prepare: page => serveCorpus(page, { '2025-12': [...EXTREMES, WITH_FORMULAS] }, [], MANY_THEMES),
  },
  empty: { prepare: page => serveCorpus(page, {}) },
  loading: { prepare: page => page.route('**/corpus/manifest.json', () => new Promise(() => undefined)) },
  error: {
    prepare: page => page.route('**/corpus/manifest.json', route => route.fulfill({ status: 500, body: '' })),
    provokes: /status of 500/,
  },
  'engine-failed': { prepare: abort('**/assets/search-*.js'), provokes: /ERR_FAILED/ },
  partial: {
    prepare: page =>
      serveCorpus(page, { '2025-12': papersOf('2025-12', 3), '2025-11': papersOf('2025-11', 3) }, [
        '2025-11',
      ]),
    provokes: /status of 404/,
  },
  offline: { provokes: /ERR_INTERNET_DISCONNECTED/ },
  // As a browser without scripts shows it, where axe can run all the same.
  unscripted: {
    prepare: async page => {
      await page.route('**/*', async route => {
        const kind = route.request().resourceType()
        if (kind !== 'document' && kind !== 'stylesheet') return route.continue()
        const response = await route.fetch()
        const body = (await response.text())
          .replaceAll(/<script[^>]*>.*?<\/script>|<\/?noscript>/gs, '')
          .replaceAll(/scripting: ?none/g, 'scripting:enabled')
        return route.fulfill({ response, body })
      })
    },
  },
  // Its second paper cannot be drawn, nor any page of a paper.
  poison: { prepare: page => changeAnswers(page, 'poison'), provokes: /TypeError|authors/ },
  'no-worker': {
    prepare: async page => {
      await serveCorpus(page, { '2025-12': papersOf('2025-12', 510) })
      await page.addInitScript(() => {
        window.Worker = class {
          constructor() {
            throw new Error('No workers here')
          }
        } as unknown as typeof Worker
      })
    },
  },
  'no-fonts': { prepare: abort('**/*.woff2'), provokes: /ERR_FAILED/ },
  'no-storage': {
    prepare: page =>
      page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('Storage is blocked', 'SecurityError')
            },
          })
      }),
  },
} satisfies Record<string, Situation>
type SituationName = keyof typeof SITUATIONS

/** A screen in a state. */
export interface Screen {
  name: string
  path: string
  /** The usual one, where it is left out. */
  situation?: SituationName
  /** How it gets into its state after it was opened. */
  enter?: (page: Page) => Promise<void>
  /** What is to be seen when it is there. */
  shows: (page: Page) => Locator
  /** The widest window that has it, in pixels. */
  upTo?: number
}

const heading = (name?: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { level: 1, ...(name !== undefined && { name }) })

/** The list has its papers, and all of the corpus has come. */
const answered = (page: Page): Locator => page.locator('#count', { hasText: / ms$/ })

const text = (words: string | RegExp) => (page: Page) => page.getByText(words)
const dialog = (page: Page): Locator => page.getByRole('dialog')
const choice = (page: Page): Locator => dialog(page).getByRole('option').first()
const suggestions = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggestions' })
const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' })

/** After the list is complete, so that nothing is drawn anew meanwhile. */
const thenPress = (role: 'button' | 'link', name: string | RegExp) => async (page: Page) => {
  await answered(page).waitFor()
  await page.getByRole(role, { name }).first().click()
}

const thenKeys =
  (...keys: string[]) =>
  async (page: Page) => {
    await answered(page).waitFor()
    for (const key of keys) await page.keyboard.press(key)
  }

/** By the app: before that is alive, a link leads to the page as it was drawn. */
const follow = (name: string) => async (page: Page) => {
  await expectAlive(page)
  await page.getByRole('link', { name, exact: true }).click()
}

const type = (words: string) => async (page: Page) => {
  await answered(page).waitFor()
  await box(page).click()
  await box(page).fill(words)
}

const unfold = (summary: string | RegExp) => async (page: Page) => {
  await answered(page).waitFor()
  await page.locator('summary:visible', { hasText: summary }).first().click()
}

const WITHOUT_RAIL = 1_099
const PAPER = '/paper/2507.10524'
const LONG = 'x'.repeat(200)

/** Every screen and state there is. A new one comes here, and is looked at and tested with all others. */
export const SCREENS: readonly Screen[] = [
  { name: 'front', path: '/', shows: answered },
  { name: 'front-compact', path: '/?view=compact', shows: answered },
  { name: 'front-full', path: '/?view=full', shows: answered },
  {
    name: 'front-compact-open',
    path: '/?view=compact',
    enter: thenPress('button', /^Abstract of/),
    shows: page => page.locator('[aria-label^="Abstract of"][aria-expanded=true]'),
  },
  {
    name: 'front-chips',
    path: '/?q=policy+theme:rlvr,kv-cache+-vision+after:2024+(agent+%7C+%22language+model%22)',
    shows: answered,
  },
  {
    name: 'front-two-tiers',
    path: '/?q=verifible+rewards+entropy',
    shows: text(/^With some of your words/),
  },
  { name: 'front-notes', path: '/?q=token+foo:bar+theme:rlvrr', shows: text('There is no operator “foo:”') },
  {
    name: 'front-page-999',
    path: '/?q=token&page=999',
    shows: text('There is no page 999'),
  },
  { name: 'front-none', path: '/?q=zzzzzz+after:2024', shows: text(/^No paper matches/) },
  {
    name: 'front-long-query',
    path: `/?q=author:${LONG}+${LONG}+foo:${LONG}`,
    shows: text('Only the first 256 characters'),
  },
  {
    name: 'front-why',
    path: '/?q=theme:rlvr+rewrads',
    enter: thenPress('button', /^Why/),
    shows: text(/^Theme RLVR: its rule finds/),
  },
  {
    name: 'front-filters-open',
    path: '/?q=theme:rlvr',
    enter: unfold('Filters'),
    shows: page => page.getByRole('navigation', { name: 'Themes' }),
    upTo: WITHOUT_RAIL,
  },
  { name: 'front-page-2', path: '/?page=2', situation: 'many', shows: answered },
  { name: 'suggestions', path: '/', enter: type(''), shows: suggestions },
  { name: 'suggestions-values', path: '/', enter: type('theme:'), shows: suggestions },
  {
    name: 'suggestions-titles',
    path: '/',
    enter: type('token'),
    shows: suggestions,
  },
  { name: 'dialog-cite', path: PAPER, enter: cite, shows: dialog },
  { name: 'dialog-follow', path: '/?q=theme:rlvr', enter: thenPress('button', 'Follow'), shows: dialog },
  {
    name: 'dialog-follow-new',
    path: '/?q=token+pruning',
    enter: thenPress('button', 'Follow'),
    shows: dialog,
  },
  { name: 'dialog-export', path: '/?q=theme:rlvr', enter: thenPress('button', 'Export'), shows: dialog },
  { name: 'dialog-settings', path: '/?q=theme:rlvr', enter: thenPress('button', 'Settings'), shows: dialog },
  { name: 'dialog-keys', path: '/?q=theme:rlvr', enter: thenKeys('?'), shows: text('Copy its link') },
  { name: 'palette', path: '/?q=theme:rlvr', enter: thenKeys('/', '>'), shows: choice },
  { name: 'palette-themes', path: '/?q=theme:rlvr', enter: thenKeys('t'), shows: choice },
  { name: 'paper', path: PAPER, shows: related },
  {
    name: 'paper-of-list',
    path: '/?q=theme:kv-cache',
    enter: async page => {
      await answered(page).waitFor()
      await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
    },
    shows: page => page.getByText('1 of 3'),
  },
  {
    name: 'paper-open-in',
    path: PAPER,
    enter: async page => {
      await related(page).waitFor()
      await page.locator('summary', { hasText: 'Open in' }).click()
    },
    shows: page => page.getByRole('link', { name: 'alphaXiv' }),
  },
  {
    name: 'paper-formulas',
    path: '/paper/formulas',
    situation: 'extreme',
    shows: page => page.locator('math').nth(2),
  },
  {
    name: 'paper-unknown',
    path: '/paper/rethinking-entropy-interventions',
    shows: text(/^Papers with similar words/),
  },
  { name: 'theme', path: '/theme/rlvr', shows: answered },
  { name: 'theme-narrowed', path: '/theme/rlvr?q=date:2025', shows: answered },
  {
    name: 'theme-none',
    path: '/theme/rlvr?q=zzzzzz+after:2025',
    shows: text('No paper of this theme matches your filters'),
  },
  { name: 'theme-unknown', path: '/theme/rlvrr', shows: heading('No such theme') },
  { name: 'themes', path: '/themes', shows: heading('Themes') },
  { name: 'themes-found', path: '/themes?q=cache', shows: text('KV caching') },
  {
    name: 'themes-none',
    path: '/themes?q=zzzzzz',
    shows: text(/^No theme matches/),
  },
  { name: 'digests', path: '/digests', shows: page => page.locator('.calendar').first() },
  { name: 'digest-day', path: '/digest/2025-12-11', shows: answered },
  { name: 'digest-week', path: '/digest/2025-W50', shows: answered },
  { name: 'digest-unknown', path: '/digest/2021-W54', shows: heading() },
  { name: 'digest-without-papers', path: '/digest/2021-02-03', shows: heading() },
  { name: 'help', path: '/help', shows: heading('Help') },
  { name: 'not-found', path: '/nowhere', shows: heading('This page was never printed') },
  { name: 'not-found-long', path: `/${'nowhere'.repeat(30)}`, shows: heading() },

  {
    name: 'empty-front',
    path: '/?sort=newest',
    situation: 'empty',
    shows: text('There are no papers here yet'),
  },
  {
    name: 'empty-themes',
    path: '/themes?x',
    situation: 'empty',
    shows: text('There are no themes here yet'),
  },
  {
    name: 'empty-digests',
    path: '/digests?x',
    situation: 'empty',
    shows: text('There are no digests here yet'),
  },

  { name: 'loading-front', path: '/?q=policy', situation: 'loading', shows: loading },
  {
    name: 'loading-paper',
    path: '/paper/not-here',
    situation: 'loading',
    shows: page => page.getByRole('heading', { name: 'Opening the paper' }),
  },
  {
    name: 'loading-theme',
    path: '/theme/rlvr?q=date:2025',
    situation: 'loading',
    shows: loading,
  },
  {
    name: 'loading-themes',
    path: '/',
    situation: 'loading',
    enter: follow('Themes'),
    shows: loading,
  },
  { name: 'loading-digests', path: '/', situation: 'loading', enter: follow('Digests'), shows: loading },
  {
    name: 'loading-digest',
    path: '/digest/2025-12-11?q=token',
    situation: 'loading',
    shows: loading,
  },
  { name: 'loading-related', path: PAPER, situation: 'loading', shows: heading() },

  { name: 'error-first', path: '/', situation: 'error', shows: text('Nothing can be searched') },
  { name: 'error-front', path: '/?q=policy', situation: 'error', shows: text('The papers did not arrive') },
  {
    name: 'error-paper',
    path: '/paper/not-here',
    situation: 'error',
    shows: text('The paper did not arrive'),
  },
  {
    name: 'error-theme',
    path: '/theme/rlvr?q=date:2025',
    situation: 'error',
    shows: text('The papers did not arrive'),
  },
  {
    name: 'error-themes',
    path: '/',
    situation: 'error',
    enter: follow('Themes'),
    shows: text('The papers did not arrive'),
  },
  {
    name: 'error-digest',
    path: '/digest/2025-12-11?q=a',
    situation: 'error',
    shows: text('The papers did not arrive'),
  },
  {
    name: 'engine-failed-front',
    path: '/?q=policy',
    situation: 'engine-failed',
    shows: text('The papers did not arrive'),
  },
  {
    name: 'engine-failed-paper',
    path: PAPER,
    situation: 'engine-failed',
    shows: text(/^The papers could not/),
  },

  { name: 'partial-front', path: '/?q=paper', situation: 'partial', shows: text('Papers are missing here') },
  {
    name: 'partial-paper',
    path: '/paper/p-2025-11-001',
    situation: 'partial',
    shows: text('This paper may be missing'),
  },

  {
    name: 'offline-search',
    path: '/',
    situation: 'offline',
    enter: async page => {
      await answered(page).waitFor()
      await page.context().setOffline(true)
      await box(page).fill('codec')
      await box(page).press('Enter')
    },
    shows: page => page.locator('#count', { hasText: /of 46 papers.* ms$/ }),
  },
  {
    name: 'offline-page',
    path: '/',
    situation: 'offline',
    enter: async page => {
      await answered(page).waitFor()
      await page.context().setOffline(true)
      await page.getByRole('link', { name: 'Digests' }).click()
    },
    shows: heading('This page could not be loaded'),
  },
  {
    name: 'offline-dialog',
    path: PAPER,
    situation: 'offline',
    enter: async page => {
      await related(page).waitFor()
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Cite' }).click()
    },
    shows: text('This part of the site could not be loaded'),
  },

  {
    name: 'offline-line',
    path: '/',
    situation: 'offline',
    enter: async page => {
      await answered(page).waitFor()
      // What tells of it comes when the page has nothing else to do.
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('/background-')),
      )
      await page.context().setOffline(true)
    },
    shows: text(/^Offline · data as of/),
  },
  {
    name: 'newer-papers',
    path: '/',
    enter: async page => {
      await answered(page).waitFor()
      await page.route('**/corpus/manifest.json', async route => {
        const manifest = await (await route.fetch()).json()
        await route.fulfill({ json: { ...manifest, newestDigest: '2025-12-12' } })
      })
      // Nothing listens until the page has nothing else to do.
      await page.evaluate(() => {
        const timer = setInterval(() => {
          if (document.body.textContent.includes('Newer papers are here')) clearInterval(timer)
          else dispatchEvent(new Event('online'))
        }, 300)
      })
      await text('Newer papers are here.')(page).last().waitFor()
      // A request may be on its way, whose answer would come too late.
      await page.unrouteAll({ behavior: 'ignoreErrors' })
    },
    shows: page => page.getByRole('complementary', { name: 'News of the site' }),
  },
  {
    name: 'broken-card',
    path: '/?q=policy',
    situation: 'poison',
    shows: text('This paper could not be shown'),
  },
  { name: 'broken-page', path: PAPER, situation: 'poison', shows: heading('This page could not be shown') },
  {
    name: 'newest-only',
    path: '/?q=paper',
    situation: 'no-worker',
    shows: text(/^Searching the newest 500/),
  },

  { name: 'extreme-front', path: '/?sort=newest', situation: 'extreme', shows: answered },
  {
    name: 'extreme-compact',
    path: '/?view=compact',
    situation: 'extreme',
    shows: answered,
  },
  {
    name: 'extreme-full',
    path: '/?view=full',
    situation: 'extreme',
    shows: answered,
  },
  ...EXTREMES.map(({ id }) => ({
    name: `extreme-paper-${id}`,
    path: `/paper/${id}`,
    situation: 'extreme' as const,
    shows: related,
  })),
  {
    name: 'extreme-authors-open',
    path: '/paper/crowd',
    situation: 'extreme',
    enter: async page => {
      await related(page).waitFor()
      await page.locator('summary', { hasText: 'more authors' }).click()
    },
    shows: text('First663'),
  },
  {
    name: 'extreme-cite',
    path: '/paper/one-word',
    situation: 'extreme',
    enter: cite,
    shows: dialog,
  },
  { name: 'extreme-themes', path: '/themes?x', situation: 'extreme', shows: text('Theme 100') },
  {
    name: 'extreme-theme',
    path: '/theme/theme-2',
    situation: 'extreme',
    shows: answered,
  },

  ...[
    '/',
    PAPER,
    '/theme/rlvr',
    '/themes',
    '/digests',
    '/digest/2025-12-11',
    '/digest/2025-W50',
    '/help',
    '/404.html',
  ].map(
    (path): Screen => ({
      name: `unscripted-${path === '/' ? 'front' : path.replace(/^\/|\.html$/g, '').replaceAll(/[/.]/g, '-')}`,
      path,
      situation: 'unscripted',
      shows: page => page.locator('.noscript'),
    }),
  ),

  { name: 'no-fonts-front', path: '/', situation: 'no-fonts', shows: answered },
  { name: 'no-fonts-paper', path: PAPER, situation: 'no-fonts', shows: related },
  {
    name: 'no-storage-front',
    path: '/',
    situation: 'no-storage',
    enter: async page => {
      await type('codec')(page)
      await box(page).press('Enter')
      await box(page).fill('')
    },
    shows: page => suggestions(page).getByRole('option', { name: 'codec' }),
  },
  {
    name: 'no-storage-paper',
    path: PAPER,
    situation: 'no-storage',
    shows: related,
  },
]

function loading(page: Page): Locator {
  return page.locator('[aria-busy=true] > .sr-only')
}

/** A paper whose related ones have come, or the word that it has none. */
function related(page: Page): Locator {
  return page
    .locator('[aria-busy=false]', { has: page.getByRole('heading', { name: 'Related papers' }) })
    .locator('li, p')
    .first()
}

async function cite(page: Page): Promise<void> {
  await related(page).waitFor()
  await page.getByRole('button', { name: 'Cite' }).click()
}

export const situationOf = ({ situation = 'usual' }: Screen): Situation => SITUATIONS[situation]

/** Screens in parts of one situation each, which one page can walk through. */
export function sharesOf(screens: readonly Screen[], size: number): Screen[][] {
  return Object.keys(SITUATIONS).flatMap(name => {
    const of = screens.filter(({ situation = 'usual' }) => situation === name)
    return Array.from({ length: Math.ceil(of.length / size) }, (_, at) =>
      of.slice(at * size, (at + 1) * size),
    )
  })
}

/** Opens a screen and brings it into its state. */
export async function openScreen(page: Page, screen: Screen): Promise<void> {
  await page.context().setOffline(false)
  await page.goto(screen.path)
  await screen.enter?.(page)
  await screen
    .shows(page)
    .first()
    .waitFor({ state: screen.name.startsWith('loading') ? 'attached' : 'visible' })
  if (screen.situation !== 'unscripted') await expectAlive(page)
  await waitForQuiet(page)
}

export const LIGHTS = ['light', 'dark', 'forced'] as const
type Light = (typeof LIGHTS)[number]

/** How a window shows a page. */
export interface Look {
  light: Light
  width: number
}

/** Shows the page that is open so, without loading it again. */
export async function show(page: Page, { light, width }: Look, height = 900): Promise<void> {
  await page.emulateMedia({
    colorScheme: light === 'dark' ? 'dark' : 'light',
    forcedColors: light === 'forced' ? 'active' : 'none',
  })
  await page.setViewportSize({ width, height })
}
