import { searchCommand } from './search/searchCommand.ts'

process.exitCode = await searchCommand(process.argv.slice(2), {
  print: line => console.log(line),
  complain: line => console.error(line),
})
