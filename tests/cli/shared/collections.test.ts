import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readDocuments, readJudgements, readQueries } from '#cli/shared/collections.ts'
import { DOCUMENTS, lines, QRELS } from './collection.ts'
import { fileWith } from './folder.ts'

test('documents are read from lines of JSON, compressed or not', async () => {
  const text = lines(DOCUMENTS)
  const plain = await readDocuments(await fileWith('d.jsonl', text))
  const packed = await readDocuments(await fileWith('d.jsonl.gz', gzipSync(text)))
  expect(plain.items.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  expect(packed).toEqual(plain)
})

test('what is missing is empty, and optional fields of another form are passed over', async () => {
  const path = await fileWith(
    'd.jsonl',
    '{"id": 7, "abstract": null, "authors": "A. N. Other", "publishedAt": 3}\r\n\n',
  )
  const { items, problems } = await readDocuments(path)
  expect(problems).toEqual([])
  expect(items).toEqual([{ id: '7', title: '', abstract: '' }])
})

test('a line that cannot be used is named by file and line, the others are read', async () => {
  const path = await fileWith(
    'd.jsonl',
    '{"id": "a"}\n{"id": \n{"title": "T"}\n{"id": "a"}\n{"id": "b", "title": 4}\n[]\n',
  )
  const { items, problems } = await readDocuments(path)
  expect(items.map(({ id }) => id)).toEqual(['a'])
  expect(problems.map(problem => problem.slice(path.length))).toEqual([
    expect.stringMatching(/^:2: not valid JSON/),
    expect.stringMatching(/^:3: id /),
    ':4: a second line with the id a',
    expect.stringMatching(/^:5: title /),
    expect.stringMatching(/^:6: not of type object/),
  ])
})

test('judgements: the header is passed over, bad lines are named, grades below 0 count as 0', async () => {
  const path = await fileWith('r.tsv', `${QRELS}q1\t2\nq1\t3\t-1\n`)
  const { items, problems } = await readJudgements(path)
  expect(items.get('q1')).toEqual(
    new Map([
      ['1', 3],
      ['7', 1],
      ['3', 0],
    ]),
  )
  expect(problems).toEqual([`${path}:7: query, document and grade expected, between tabs`])
  const headless = await readJudgements(await fileWith('r.tsv', 'q1\t1\t3\n'))
  expect(headless.items.get('q1')?.get('1')).toBe(3)
})

test('what is absent, empty or damaged is named', async () => {
  await expect(readQueries('/nowhere/q.jsonl')).rejects.toThrow('There is no file /nowhere/q.jsonl.')
  const empty = await fileWith('q.jsonl', '\n')
  await expect(readQueries(empty)).rejects.toThrow(`There is nothing to read in ${empty}.`)
  const damaged = await fileWith('d.jsonl.gz', 'plain text')
  await expect(readDocuments(damaged)).rejects.toThrow(`${damaged} cannot be read`)
})
