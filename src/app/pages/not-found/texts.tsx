import type { ReactNode } from 'react'

/** The texts of an address that leads nowhere. */

export const title = 'Page not found'
export const heading = 'This page was never printed'
export const nothingAt = (address: string): string => `There is nothing at ${address}`
export const thisAddress = 'this address'
export const searchFor = (words: string): string => `Search for “${words}”`
export const withScripts =
  'Older papers may have no page of their own: with JavaScript on, their addresses open.'

type LinkTo = (label: string) => ReactNode

export const waysOn = ({
  front,
  themes,
  digests,
  help,
}: Record<'front' | 'themes' | 'digests' | 'help', LinkTo>) => (
  <>
    {front('The front page')} lists all papers, {themes('the themes')} group them, {digests('the digests')}{' '}
    list them by day, and {help('help')} explains how to search.
  </>
)
