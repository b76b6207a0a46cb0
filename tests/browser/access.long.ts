import { SCREENS } from './screens.ts'
import { ALL_LOOKS, testBarriers } from './walk.ts'

testBarriers({ screens: SCREENS, looksOf: () => ALL_LOOKS, hasFewCards: false })
