import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { App } from './router.tsx'
import { openCorpus } from './state/corpus.ts'

openCorpus(import.meta.env.BASE_URL)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    {/* The address is what pages are made from: they follow it at once, or links would be those of the address before. */}
    <BrowserRouter basename={import.meta.env.BASE_URL} useTransitions={false}>
      <App />
    </BrowserRouter>
  </StrictMode>,
)
