import { useEffect } from 'react'
import type { CommandName } from './table.ts'

/** Undefined if there is nothing to do. */
export type Act = (() => void) | undefined

/** By command, makes its act from the id of the current paper, which is empty if there is none. */
type Handlers = Partial<Record<CommandName, (paper: string) => Act>>

const registered = new Set<Handlers>()

/** Registers commands of a component while it is mounted. */
export function useCommands(handlers: Handlers): void {
  useEffect(() => {
    registered.add(handlers)
    return () => void registered.delete(handlers)
  })
}

/** The act of the first component that has one for the command and the paper. */
export function registeredAct(name: CommandName, paper = ''): Act {
  for (const handlers of registered) {
    const act = handlers[name]?.(paper)
    if (act) return act
  }
  return undefined
}
