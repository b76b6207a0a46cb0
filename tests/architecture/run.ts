import { phrases } from './findings.ts'

const found = phrases()
for (const line of found) console.error(line)
if (found.length > 0) process.exitCode = 1
