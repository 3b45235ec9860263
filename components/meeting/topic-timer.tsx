'use client'

import { useEffect, useState } from 'react'

const SECOND = 1000

/** How long the room has been at a topic, kept while the tab lives: `3:12`. */
export function TopicTimer({ id, label }: { id: string; label: string }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const name = `room-time:${id}`
    let spent = 0
    try {
      spent = Number(sessionStorage.getItem(name)) || 0
    } catch {
      // Without storage it counts from now.
    }
    setSeconds(spent)
    const timer = window.setInterval(() => {
      spent += 1
      setSeconds(spent)
      try {
        sessionStorage.setItem(name, String(spent))
      } catch {
        // Without storage it counts from now.
      }
    }, SECOND)
    return () => window.clearInterval(timer)
  }, [id])
  return (
    <span className="room-24 whitespace-nowrap text-ink-2">
      {label}
      <b className="ml-3 text-ink" suppressHydrationWarning>
        {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
      </b>
    </span>
  )
}
