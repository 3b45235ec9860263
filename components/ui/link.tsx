import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link that fetches its page when it is followed, not when it comes into sight: a ledger shows a hundred, each a query.
 */
export const Link = (props: ComponentProps<typeof NextLink>) => <NextLink prefetch={false} {...props} />
