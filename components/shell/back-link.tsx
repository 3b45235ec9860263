'use client'

import { Link } from '@/components/ui/link'

type Stack = Readonly<{ currentEntry: { index: number } | null; entries: () => readonly { url: string | null }[] }>

/** The page of the product somebody came from, where the browser tells. */
function cameFrom(): string | null {
  const stack = (window as unknown as { navigation?: Stack }).navigation
  const index = stack?.currentEntry?.index ?? 0
  const url = index > 0 ? stack?.entries()[index - 1]?.url : null
  return url ? new URL(url).pathname : null
}

/**
 * Back to where somebody came from, as he left it; to the page above where he came from none, or from a form below this
 * page, which is done with.
 */
export function BackLink({
  href,
  label,
  className,
  children,
}: {
  href: '/' | `/${string}`
  label: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <Link
      href={href}
      aria-label={label}
      className={className}
      onClick={(event) => {
        const [from, here] = [cameFrom(), window.location.pathname]
        if (!from || from === here || from.startsWith(`${here}/`) || from.startsWith('/login')) return
        event.preventDefault()
        window.history.back()
      }}
    >
      {children}
    </Link>
  )
}
