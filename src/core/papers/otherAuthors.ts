import type { CorpusPaper } from './manifest.ts'

/** ` and others`, to follow the names of a paper that has more authors than are named; else nothing. */
export const andOthers = ({ authors = [], authorCount = 0, authorsEndInOthers }: CorpusPaper): string =>
  authors.length > 0 && (authorsEndInOthers || authorCount > authors.length) ? ' and others' : ''
