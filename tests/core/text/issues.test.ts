import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { issueText, pathText } from '#core/text/issues.ts'

const told = (schema: z.ZodMiniType, value: unknown) =>
  schema
    .safeParse(value, { reportInput: true })
    .error?.issues.map(issue => `${pathText(issue.path)} ${issueText(issue)}`)

const EXAMPLE = z.object({ a: z.string() })

test.each<[z.ZodMiniType, unknown, string]>([
  [EXAMPLE, {}, '.a missing or not of type string'],
  [EXAMPLE, { a: 5 }, '.a not of type string'],
  [z.array(z.iso.date()), ['2025-02-30'], '[0] not a day written yyyy-mm-dd'],
  [z.array(z.string().check(z.regex(/^a/))), ['a', 'b'], '[1] not in the form expected here'],
  [z.array(EXAMPLE), [{ a: 'x' }, { a: null }], '[1].a not of type string'],
  [z.enum(['one', 'two']), 'three', ' none of one, two'],
  [z.literal(1), 2, ' none of 1'],
  [z.string().check(z.minLength(1)), '', ' too small or empty'],
  [z.int().check(z.maximum(3)), 4, ' too large'],
  [z.int().check(z.multipleOf(2)), 3, ' not in the form expected here'],
  [z.strictObject({}), { a: 1 }, ' not in the form expected here'],
])('what is wrong with a value is said by its place (%#)', (schema, value, text) => {
  expect(told(schema, value)).toEqual([text])
})
