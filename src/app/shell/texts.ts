/** The texts of the frame of every page, and of what replaces a page or a part that cannot be shown. */

export const themes = 'Themes'
export const digests = 'Digests'
export const help = 'Help'
export const navigation = 'Site'
export const skipToContent = 'Skip to the content'
export const skipToPapers = 'Skip to the papers'
export const privacy = 'keeps no account and no cookies: everything runs in your browser.'
export const aboutSearch = 'How to search, and where the papers come from'
export const keys = 'Keyboard shortcuts'

export const news = 'News of the site'
export const reload = 'Reload'
export const later = 'Later'

export const partOutdated = 'This page needs an update.'
export const partNotLoaded = 'This part of the site could not be loaded.'
export const pageNotLoaded = 'Page not loaded'
export const pageOutdatedHeading = 'This page needs an update'
export const pageNotLoadedHeading = 'This page could not be loaded'
export const pageOutdated = 'A newer version has replaced the site since you opened it.'
export const noAnswer = 'The network or the site does not answer.'

export const papersUnreachable = 'The papers could not be loaded: the network or the site does not answer.'
export const papersFailed = (reason: string): string => `The papers could not be loaded: ${reason}.`
