'use client'

import { useEffect } from 'react'

/**
 * Has the browser show a page in words when there is no connection (public/sw.js), or takes that away again.
 *
 * @param owner whose tab this is: only to him the page names what waits to be sent
 * @param theme how that page is to look
 */
export function OfflinePage({ owner, theme, wanted }: { owner: string; theme: 'light' | 'dark'; wanted: boolean }) {
  useEffect(() => {
    try {
      sessionStorage.setItem('outbox-owner', owner)
      localStorage.setItem('theme', theme)
    } catch {
      // Storage is closed: the page will name nothing.
    }
    // Absent where the address is not secure; what is refused there is no fault.
    const workers = navigator.serviceWorker
    if (wanted) workers?.register('/sw.js').catch(() => {})
    else
      workers?.getRegistrations().then(
        (all) => all.forEach((one) => void one.unregister()),
        () => {},
      )
  }, [owner, theme, wanted])
  return null
}
