import { useMemo } from 'react'
import type { Clause } from '#core/query/ast.ts'
import { parse } from '#core/query/parse.ts'
import type { List } from '../results/useList.ts'

/** The query that the address of a list says, clause by clause. The first page does without. */
export const useClauses = (list: List): readonly Clause[] => useMemo(() => parse(list.view.q).clauses, [list])
