import type { Page } from '@playwright/test'

/** Lets a test change what workers say, or when. */
export const changeAnswers = (page: Page, change: 'poison' | 'delay') =>
  page.addInitScript(change => {
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage') ?? {}
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(this: Worker, hear: (event: MessageEvent) => void) {
        set?.call(this, (event: MessageEvent) => {
          const { type, number, answer } = event.data
          if (change === 'poison' && answer?.hits?.[1]) answer.hits[1].paper.authors = { length: 1 }
          if (change === 'poison' && answer?.paper) answer.paper.authors = { length: 1 }
          // The earlier, the later.
          if (change === 'delay' && type === 'answer') setTimeout(() => hear(event), 600 / (number + 1))
          else hear(event)
        })
      },
    })
  }, change)
