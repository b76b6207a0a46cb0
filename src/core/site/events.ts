/**
 * Names by which the scripts of a page talk to each other: the boot script, the app and the worker. Each stands here
 * only; constants of their own, since a bundler writes the string where one is used.
 */

/** Event of the window: the app listens to keys and clicks. Its detail is a function that replays what was held. */
export const HYDRATED_EVENT = 'hydrated'

/** Event of the window: the app broke before anything was rendered. Its detail is the error. */
export const BROKEN_EVENT = 'broken'

/** Event of the window: the worker's script, loaded into the page, has to serve a port. Its detail is a `ServeDetail`. */
export const SERVE_EVENT = 'serve'

/** Attributes of the root element, as keys of its `dataset`. */

/** Path below the base that the page was rendered for; absent in the page of the development server. */
export const RENDERED_PATH = 'path'

/** Somebody has used the page before the app ran. */
export const ACTED = 'acted'

/** The page was rendered for another address, and stays hidden until the app has rendered the right one. */
export const ELSEWHERE = 'elsewhere'

/** The app does not run, and a notice says why. */
export const BROKEN = 'broken'

/** Id of the search box. */
export const SEARCH_BOX = 'search'

/** Attribute of the boot script: the address of the app's script. */
export const APP_ATTRIBUTE = 'data-app'
