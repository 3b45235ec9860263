'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { keepRowFocus } from './row-focus'

/** Where a click on one of our links leads; null where the browser knows better: another tab, a place on this page. */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-soft]') : null
  if (!link || (link.target && link.target !== '_self') || link.origin !== location.origin) return null
  const here = link.pathname === location.pathname && link.search === location.search
  return here && link.hash !== '' ? null : link
}

/** Follows every `Link` of the page within the frame that is there: one listener instead of a component for each. */
export function FollowLinks() {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = followed(event)
      if (!link) return
      event.preventDefault()
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.soft !== 'stay' })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  useEffect(keepRowFocus, [])
  return null
}
