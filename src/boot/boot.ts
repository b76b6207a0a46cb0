import { identityIn, type SiteAttributes } from '#core/site/siteProfile.ts'
import { carryOver } from './carryOver.ts'
import { holdInput } from './heldInput.ts'
import { followSettings } from './pageSettings.ts'
import { startApp } from './startApp.ts'

/*
 * Entry of the classic script in the head of each page, which runs before anything is painted. Browsers that are too old
 * for the app parse it too: its syntax is that of ES2020, and so are the functions it calls.
 */

const root = document.documentElement
const attributes: SiteAttributes = root.dataset
const { base } = identityIn(attributes)
const { accent, engine } = attributes

// The policy of the site allows no styles in the page itself.
if (accent !== undefined) root.style.setProperty('--color-link', accent)
carryOver(base)
followSettings(base)
holdInput()
startApp(base, engine)
