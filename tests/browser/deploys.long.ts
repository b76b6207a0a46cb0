import { brokenServiceWorkers, FLAWS } from './brokenServiceWorkers.ts'
import { deploying } from './deploying.ts'

deploying(Array.from({ length: 20 }, (_, at) => at + 1))
brokenServiceWorkers(FLAWS)
