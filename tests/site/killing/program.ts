import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** Makes `writer.ts` a program of plain script: to be made of its sources would take each process two seconds. */
export async function writerIn(folder: string): Promise<string> {
  const outDir = join(folder, 'program')
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, 'writer.ts'), outDir, emptyOutDir: true },
  })
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }')
  return join(outDir, 'writer.js')
}
