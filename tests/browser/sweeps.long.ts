import { followExamples, readHeads, readUnscripted } from './sweeps.ts'

readUnscripted(1)
followExamples(1)
readHeads(1)
