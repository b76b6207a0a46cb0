import { followExamples, readUnscripted } from './sweeps.ts'

readUnscripted(1)
followExamples(1)
