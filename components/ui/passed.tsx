'use client'

import { useEffect, useState } from 'react'

const storeKey = (id: string) => `passed:${id}`

/** The newest version of something this tab has been shown. */
function seenOf(id: string): number {
  try {
    return Number(sessionStorage.getItem(storeKey(id)) ?? 0)
  } catch {
    // Storage is closed: nothing was noted.
    return 0
  }
}

/** Notes which version of something the reader has been shown. */
export function NoteVersion({ id, version }: { id: string; version: number }) {
  useEffect(() => {
    try {
      sessionStorage.setItem(storeKey(id), String(Math.max(version, seenOf(id))))
    } catch {
      // Storage is closed or full: a page kept from before stays as it was.
    }
  }, [id, version])
  return null
}

/** On a page the browser kept from before: the way back shows it as if nothing had been saved since, so it says what was. */
export function Passed({ id, version, children }: { id: string; version: number; children: React.ReactNode }) {
  const [passed, setPassed] = useState(false)
  useEffect(() => setPassed(seenOf(id) > version), [id, version])
  return passed ? (
    <p role="status" className="mt-3 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
      {children}
    </p>
  ) : null
}
