import type { ComponentProps } from 'react'

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string
  /** False: the page stays where it is scrolled to. */
  scroll?: boolean
}

/**
 * A link within the product: an anchor and nothing else, because a ledger shows hundreds. `FollowLinks` makes all of them
 * fetch their page without loading the frame anew; it is fetched when it is followed, not when it comes into sight.
 */
export const Link = ({ scroll = true, ...props }: LinkProps) => <a {...props} data-soft={scroll ? '' : 'stay'} />
