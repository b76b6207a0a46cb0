import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { EngineJob, HostMessage, TimedAnswer } from './job.ts'

/** The figures of one engine. Absent ones were not reached, or the engine has no such part. */
export interface EngineRun {
  built?: { buildMs: number; heapMB: number }
  persisted?: { indexBytes: number; indexGzipBytes: number; loadMs: number }
  warmUpMs?: number
  /** To the first queries, in order. */
  answers: TimedAnswer[]
  /** Why the run ended early: at its time limit, or because the engine broke down. */
  stopped?: 'capped' | 'failed'
}

/**
 * Runs one engine in a process of its own: its memory is separate, and a stuck engine ends at its time limit. Figures
 * reported by then count.
 *
 * @param capMs from the moment at which the documents are read
 */
export function runEngine(
  job: EngineJob,
  capMs: number,
  onProgress: (run: EngineRun) => void,
): Promise<EngineRun> {
  const child = fork(join(import.meta.dirname, 'host.ts'), {
    cwd: import.meta.dirname,
    execArgv: ['--import', 'tsx', '--expose-gc'],
    // Output of libraries must not mix with the JSON on standard output.
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  })
  const run: EngineRun = { answers: [] }
  let cap: NodeJS.Timeout | undefined
  const take = (message: HostMessage): void => {
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
      case 'warmedUp':
        run.warmUpMs = message.warmUpMs
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
