import fs, { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { type Files, writeFiles } from './files.ts'

/*
 * Writes a site as a build does once all is made, and kills itself at a certain call to the file system:
 * node writer.js FOLDER FILES [CALL], where FILES is JSON, see `Files`. Prints how many calls there were.
 */

const CHANGING = [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'renameSync',
  'unlinkSync',
  'rmdirSync',
  'rmSync',
] as const
const [out = '', input = '', killedAt] = process.argv.slice(2)
const files: Files = JSON.parse(readFileSync(input, 'utf8'))

let calls = 0
for (const name of CHANGING) {
  const real = fs[name] as (...args: unknown[]) => unknown
  const counted = (...args: unknown[]): unknown => {
    if (++calls === Number(killedAt)) {
      // A file that is being written is cut off.
      const [file, bytes] = args
      if (bytes instanceof Uint8Array) real(file, bytes.subarray(0, bytes.length / 2))
      process.kill(process.pid, 'SIGKILL')
    }
    return real(...args)
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()

await writeFiles(out, files)
console.log(calls)
