'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { holds } from './holds'

/** Marks the way in that holds the page, once a link within the frame has been followed. */
export function MarkPlace() {
  const path = usePathname()
  // After every drawing: one of the frame says where it was asked from.
  useEffect(() => {
    for (const way of document.querySelectorAll<HTMLElement>('nav a[data-room]'))
      if (holds(way.dataset.room ?? '', path)) way.setAttribute('aria-current', 'page')
      else way.removeAttribute('aria-current')
  })
  return null
}
