import { useMemo } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { parse } from '#core/query/parse.ts'
import type { List } from '../results/useList.ts'

/** The clauses of the query in the address. Not for the first page: it loads without the parser. */
export const useClauses = (list: List): readonly Clause[] => useMemo(() => parse(list.view.q).clauses, [list])
