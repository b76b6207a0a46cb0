import { writeFile } from 'node:fs/promises'
import { FONT, siteFont } from './font.ts'

await writeFile(FONT, await siteFont())
