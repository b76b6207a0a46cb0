import { useEffect } from 'react'
import type { CommandName } from './table.ts'

/** Does a command; undefined if there is nothing for it to do. */
export type Act = (() => void) | undefined

/** By command, what it would do with the current paper, which is given by its id: empty if there is none. */
type Handlers = Partial<Record<CommandName, (paper: string) => Act>>

const registered = new Set<Handlers>()

/** Registers what a component can do, while it is shown. */
export function useCommands(handlers: Handlers): void {
  useEffect(() => {
    registered.add(handlers)
    return () => void registered.delete(handlers)
  })
}

/** What a command would do with a paper, by the first component that can. */
export function registeredAct(name: CommandName, paper = ''): Act {
  for (const handlers of registered) {
    const act = handlers[name]?.(paper)
    if (act) return act
  }
  return undefined
}
