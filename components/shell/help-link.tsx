'use client'

import { usePathname } from 'next/navigation'
import { CircleHelp } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'

/** The question mark: help, beginning with the page it is asked on. */
export function HelpLink({ label }: { label: string }) {
  const path = usePathname()
  return (
    <Link
      href={path === '/help' ? '/help' : `/help?page=${encodeURIComponent(path)}`}
      aria-label={label}
      title={label}
      className="grid size-8 flex-none place-items-center rounded text-ink-2 hover:bg-hover max-sm:-mx-2 max-sm:size-11"
    >
      <CircleHelp size={20} strokeWidth={1.5} aria-hidden="true" />
    </Link>
  )
}
