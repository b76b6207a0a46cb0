import { errorMessage } from '../text/errorMessage.ts'
import type { AnswerOf, Method, SearchEngine } from './engine.ts'
import type { Call, ClientMessage, ServerMessage } from './protocol.ts'

const answer = <M extends Method>(engine: SearchEngine, { method, args }: Call<M>): Promise<AnswerOf<M>> =>
  engine[method](args)

/**
 * Answers the calls of clients.
 *
 * @param engine resolves when calls can be answered; awaited for each call
 * @returns takes in the messages of a client
 */
export function engineServer(
  engine: () => Promise<SearchEngine>,
  post: (message: ServerMessage) => void,
): (message: ClientMessage) => Promise<void> {
  const open = new Set<number>()
  return async message => {
    const { number } = message
    if (message.type === 'abort') {
      open.delete(number)
      return
    }
    open.add(number)
    let reply: ServerMessage
    try {
      const opened = await engine()
      if (!open.has(number)) return
      reply = { type: 'answer', number, answer: await answer(opened, message.call) }
    } catch (error) {
      reply = { type: 'error', number, reason: errorMessage(error) }
    }
    if (open.delete(number)) post(reply)
  }
}
