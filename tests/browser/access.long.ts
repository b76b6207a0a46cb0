import { ALL_LOOKS, testBarriers } from './walk.ts'

testBarriers({ looksOf: () => ALL_LOOKS })
