import { ingestCommand } from './ingestCommand.ts'

process.exitCode = await ingestCommand(process.argv.slice(2), {
  print: line => console.log(line),
  complain: line => console.error(line),
})
