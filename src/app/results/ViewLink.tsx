import type { ComponentProps } from 'react'
import type { View } from '#core/site/view.ts'
import { Link } from '../navigation/Link.tsx'
import { isPlainClick } from '../navigation/plainClick.ts'
import type { List } from './useList.ts'

interface Props extends Omit<ComponentProps<typeof Link>, 'to'> {
  list: List
  to: (view: View) => View
}

/**
 * A link to another view of a list. Papers follow the address a moment later: a link that is clicked in between leads on from
 * the address, not from the view that is still shown.
 */
export function ViewLink({ list, to, onClick, ...rest }: Props) {
  return (
    <Link
      {...rest}
      to={list.hrefOf(to(list.view))}
      onClick={event => {
        onClick?.(event)
        if (event.defaultPrevented || !isPlainClick(event)) return
        event.preventDefault()
        list.go(to)
      }}
    />
  )
}
