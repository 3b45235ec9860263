'use client'

import { useLayoutEffect, useState } from 'react'
import { useAwake } from './awake'

const field = (id: string) => {
  if (typeof document === 'undefined') return null
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement ? found : null
}

/**
 * Keeps what was typed into a text area, and where the caret stood, while the page's scripts were still on their way:
 * React gives a text area that it wakes up its first text again (of other fields it leaves what was typed).
 */
export function useTypedEarly(id: string): void {
  const awake = useAwake()
  const [early] = useState(() => {
    // Only what the server has written is woken up; a field that comes later begins with its own text.
    const found = awake ? null : field(id)
    return found && { text: found.value, caret: [found.selectionStart, found.selectionEnd] as const }
  })
  useLayoutEffect(() => {
    const found = field(id)
    if (!found || !early) return
    if (found.value !== early.text) found.value = early.text
    if (document.activeElement === found) found.setSelectionRange(...early.caret)
  }, [id, early])
}
