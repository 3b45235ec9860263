'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { holds } from './holds'

/** Closes the ways in that unfold from a phone's bar once something else was pressed, or Escape. */
function closeMore(event: Event): void {
  const pressed = event.target instanceof Element ? event.target.closest('summary') : null
  for (const more of document.querySelectorAll<HTMLDetailsElement>('details[data-more][open]')) {
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape') continue
      more.querySelector('summary')?.focus()
    } else if (pressed?.parentElement === more) continue
    more.open = false
  }
}

/** Marks the way in that holds the page, once a link within the frame has been followed. */
export function MarkPlace() {
  const path = usePathname()
  // After every drawing: one of the frame says where it was asked from.
  useEffect(() => {
    for (const way of document.querySelectorAll<HTMLElement>('nav a[data-room]'))
      if (holds(way.dataset.room ?? '', path)) way.setAttribute('aria-current', 'page')
      else way.removeAttribute('aria-current')
  })
  useEffect(() => {
    document.addEventListener('click', closeMore)
    document.addEventListener('keydown', closeMore)
    return () => {
      document.removeEventListener('click', closeMore)
      document.removeEventListener('keydown', closeMore)
    }
  }, [])
  return null
}
