'use client'

import { useEffect, useRef } from 'react'

/** What was just done, at the top of the page it led to; whoever cannot see it is taken there. */
export function PageAnswer({ children }: { children: React.ReactNode }) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <p
      ref={said}
      role="status"
      tabIndex={-1}
      className="mb-4 scroll-mt-14 border-l-[3px] border-ink bg-zebra px-4 py-3 font-semibold"
    >
      {children}
    </p>
  )
}
