'use client'

import { useCallback, useEffect, useState } from 'react'
import type { SittingLive } from '@/lib/schemas/sitting'

/** How often a screen asks what others have recorded, in milliseconds. */
const ASK_EVERY = 4000

/**
 * What the meeting has decided, kept up to date: asked for every few seconds, when the screen comes back into sight, and
 * after everything recorded here. A question that gets no answer changes nothing.
 */
export function useLive(address: string, fromPage: SittingLive, keyFromPage: string) {
  const [live, setLive] = useState(fromPage)
  const [formKey, setFormKey] = useState(keyFromPage)
  const [drawn, setDrawn] = useState(fromPage)
  // The page was drawn anew, with what is newest.
  if (drawn !== fromPage) {
    setDrawn(fromPage)
    setLive(fromPage)
    setFormKey(keyFromPage)
  }
  const refresh = useCallback(async () => {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' })
      if (!answer.ok || answer.redirected) return
      const news = (await answer.json()) as { live: SittingLive; formKey: string }
      setLive(news.live)
      setFormKey(news.formKey)
    } catch {
      // No connection: the next question may have one.
    }
  }, [address])
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const timer = window.setInterval(ask, ASK_EVERY)
    window.addEventListener('focus', ask)
    document.addEventListener('visibilitychange', ask)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('focus', ask)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [refresh])
  return { live, formKey, refresh }
}
