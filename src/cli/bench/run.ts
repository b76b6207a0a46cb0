import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Job, Message } from './job.ts'

/** What one engine managed. Absent parts were not reached, or the engine has no such thing. */
export interface Run {
  built?: { buildMs: number; heapMB: number }
  persisted?: { indexBytes: number; indexGzipBytes: number; loadMs: number }
  rehearseMs?: number
  /** To the first so many of the queries. */
  answers: Answer[]
  /** Why it stopped before its end: at the time cap, or because it broke down. */
  stopped?: 'capped' | 'failed'
}

/**
 * Runs one engine in a process of its own, so that memory is told apart and no engine, however stuck, outlasts its
 * cap. What had been reported by then counts.
 *
 * @param capMs counted from when the documents are read
 */
export function runEngine(job: Job, capMs: number, onProgress: (run: Run) => void): Promise<Run> {
  const child = fork(join(import.meta.dirname, 'host.ts'), {
    cwd: import.meta.dirname,
    execArgv: ['--import', 'tsx', '--expose-gc'],
    // What libraries print must not get into the JSON on standard output.
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  })
  const run: Run = { answers: [] }
  let cap: NodeJS.Timeout | undefined
  const take = (message: Message): void => {
    switch (message.kind) {
      case 'ready':
        cap = setTimeout(() => {
          run.stopped = 'capped'
          child.kill('SIGKILL')
        }, capMs)
        break
      case 'built':
        run.built = { buildMs: message.buildMs, heapMB: message.heapMB }
        break
      case 'persisted': {
        const { kind, ...persisted } = message
        run.persisted = persisted
        break
      }
      case 'rehearsed':
        run.rehearseMs = message.rehearseMs
        break
      case 'answers':
        run.answers.push(...message.answers)
        break
      default:
        message satisfies never
    }
    onProgress(run)
  }
  return new Promise((resolve, reject) => {
    child.on('message', take)
    child.once('error', reject)
    child.once('close', code => {
      clearTimeout(cap)
      if (code !== 0) run.stopped ??= 'failed'
      resolve(run)
    })
    child.send(job)
  })
}
