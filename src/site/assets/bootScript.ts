import { createHash } from 'node:crypto'
import { build, type Rolldown } from 'vite'

/** The script that runs before the app, as the site serves it. */
export interface BootScript {
  /** Path below the base. Its name carries a part of its hash: no build ever replaces a file of that name by another. */
  path: string
  code: string
}

/** Makes the boot script of `src/boot`: one classic script, in syntax that browsers too old for the app parse as well. */
export async function bootScript(): Promise<BootScript> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2020',
      write: false,
      rolldownOptions: {
        input: 'src/boot/boot.ts',
        optimization: { inlineConst: true },
        output: { format: 'iife' },
      },
    },
  })
  const [{ code }] = (built as Rolldown.RolldownOutput).output
  const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8)
  return { path: `assets/boot-${hash}.js`, code }
}
