'use client'

import { useEffect, useRef } from 'react'

/** How long a list may take to come back in its new order. */
const WAIT_MS = 10_000

/** A list whose rows change places: the button that was pressed keeps the keyboard, wherever its row goes. */
export function KeepFocus({ children, className }: { children: React.ReactNode; className?: string }) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const element = list.current
    if (!element) return
    let pressed: HTMLElement | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    // A button that is waiting, or whose row is moved, loses the focus; nobody else is given it.
    const observer = new MutationObserver(() => {
      if (pressed?.isConnected && document.activeElement === document.body) pressed.focus()
    })
    const stop = () => {
      observer.disconnect()
      clearTimeout(timer)
      pressed = null
    }
    const start = (event: SubmitEvent) => {
      stop()
      pressed = event.submitter
      observer.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
      timer = setTimeout(stop, WAIT_MS)
    }
    const moved = (event: FocusEvent) => {
      if (pressed && event.target !== pressed) stop()
    }
    element.addEventListener('submit', start, true)
    document.addEventListener('focusin', moved)
    document.addEventListener('pointerdown', stop)
    return () => {
      stop()
      element.removeEventListener('submit', start, true)
      document.removeEventListener('focusin', moved)
      document.removeEventListener('pointerdown', stop)
    }
  }, [])
  return (
    <ol ref={list} className={className}>
      {children}
    </ol>
  )
}
